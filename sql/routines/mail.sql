-- The outbox as the mail daemon sees it. Every routine here runs inside the caller's transaction.
DELIMITER //

-- Leases at most p_most mails that are due and answers, for all that this owner then has in flight, what writing
-- them needs. A lease whose time is over belongs to whoever comes first. Only one mail of an appointment is ever in
-- flight: a unique key says so, and a daemon that meets it (1062) leaves that mail for later.
CREATE DEFINER = accueil_owner@localhost PROCEDURE mail_lease(IN p_owner VARCHAR(64), IN p_seconds INT, IN p_most INT)
BEGIN
    DECLARE v_done TINYINT DEFAULT 0;
    DECLARE v_mail BIGINT;
    DECLARE due CURSOR FOR
        SELECT m.id FROM mail m
         WHERE (m.state = 'waiting' AND m.due_at <= UTC_TIMESTAMP(3)
                AND NOT EXISTS (SELECT 1 FROM mail other WHERE other.in_flight = m.appointment_id))
            OR (m.state = 'sending' AND m.lease_until < UTC_TIMESTAMP(3))
         ORDER BY m.due_at, m.id LIMIT p_most;
    DECLARE CONTINUE HANDLER FOR 1062 BEGIN END;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done = 1;
    CALL require_transaction();
    OPEN due;
    next_row: LOOP
        FETCH due INTO v_mail;
        IF v_done THEN LEAVE next_row; END IF;
        UPDATE mail
           SET state = 'sending', lease_owner = p_owner, lease_until = UTC_TIMESTAMP(3) + INTERVAL p_seconds SECOND
         WHERE id = v_mail
           AND ((state = 'waiting' AND due_at <= UTC_TIMESTAMP(3))
                OR (state = 'sending' AND lease_until < UTC_TIMESTAMP(3)));
    END LOOP;
    CLOSE due;

    SELECT m.id, m.appointment_id, m.kind, m.revision, m.copy_no, m.attempts, m.created_at,
           IFNULL(a.site_id, 0), IFNULL(a.service_id, 0), IFNULL(a.state, ''), IFNULL(a.revision, 0),
           IFNULL(a.language, 'fr'), IFNULL(a.reference, ''), IFNULL(a.day, '1970-01-01'), IFNULL(a.start_minute, 0),
           IFNULL(a.minutes, 0),
           IFNULL((SELECT GROUP_CONCAT(p.procedure_id, ':', p.persons ORDER BY p.position SEPARATOR ' ')
                     FROM appointment_procedure p WHERE p.appointment_id = m.appointment_id), ''),
           IFNULL((SELECT CONCAT_WS(' ', n.service_id, n.start_minute, n.minutes, GROUP_CONCAT(p.procedure_id, ':', p.persons
                                    ORDER BY p.position SEPARATOR ' '))
                     FROM appointment n JOIN appointment_procedure p ON p.appointment_id = n.id
                    WHERE n.reference = a.reference AND n.part = 2 GROUP BY n.service_id, n.start_minute, n.minutes), ''),
           IFNULL(t.first_name, ''), IFNULL(t.last_name, ''), IFNULL(t.email, ''),
           IFNULL(s.check_in_token, ''), IFNULL(s.manage_token, ''),
           EXISTS (SELECT 1 FROM mail r WHERE r.appointment_id = m.appointment_id AND r.kind = 'reminder'
                      AND r.state = 'waiting' AND r.due_at > UTC_TIMESTAMP(3)),
           IFNULL(a.cancelled_by_town, 0), IF(a.cancelled_by_town = 1, IFNULL(t.cancel_reason, ''), '')
      FROM mail m
      LEFT JOIN appointment a ON a.id = m.appointment_id
      LEFT JOIN attendee t ON t.appointment_id = m.appointment_id
      LEFT JOIN attendee_secret s ON s.appointment_id = m.appointment_id
     WHERE m.lease_owner = p_owner AND m.state = 'sending'
     ORDER BY m.due_at, m.id;
END //

-- Prolongs a lease. Answers 0 when the mail is no longer this owner's: then it must not be sent.
CREATE DEFINER = accueil_owner@localhost PROCEDURE mail_renew(IN p_mail BIGINT, IN p_owner VARCHAR(64), IN p_seconds INT)
BEGIN
    DECLARE v_count INT;
    CALL require_transaction();
    UPDATE mail SET lease_until = UTC_TIMESTAMP(3) + INTERVAL p_seconds SECOND
     WHERE id = p_mail AND lease_owner = p_owner AND state = 'sending';
    SET v_count = ROW_COUNT();
    SELECT v_count;
END //

-- What became of a leased mail. p_outcome: 'sent', 'failed', 'dropped', or 'waiting' to try again in p_retry_seconds.
-- Answers 0 when the mail was no longer this owner's, or was already told.
CREATE DEFINER = accueil_owner@localhost PROCEDURE mail_result(IN p_mail BIGINT, IN p_owner VARCHAR(64),
    IN p_outcome VARCHAR(8), IN p_error VARCHAR(64), IN p_retry_seconds INT)
BEGIN
    DECLARE v_count INT;
    CALL require_transaction();
    UPDATE mail
       SET state = p_outcome, lease_owner = NULL, lease_until = NULL, last_error = NULLIF(p_error, ''),
           attempts = attempts + (p_outcome IN ('waiting', 'failed')),
           sent_at = IF(p_outcome = 'sent', UTC_TIMESTAMP(3), sent_at),
           due_at = IF(p_outcome = 'waiting', UTC_TIMESTAMP(3) + INTERVAL p_retry_seconds SECOND, due_at)
     WHERE id = p_mail AND lease_owner = p_owner AND state = 'sending';
    SET v_count = ROW_COUNT();
    IF v_count = 1 AND p_outcome = 'failed' THEN
        CALL call_instead_of_mail(p_mail);
    END IF;
    SELECT v_count;
END //

-- Gives back all that this owner has in flight: at its start, and when no mail can go out. Answers how many.
CREATE DEFINER = accueil_owner@localhost PROCEDURE mail_free(IN p_owner VARCHAR(64))
BEGIN
    DECLARE v_count INT;
    CALL require_transaction();
    UPDATE mail SET state = 'waiting', lease_owner = NULL, lease_until = NULL
     WHERE lease_owner = p_owner AND state = 'sending';
    SET v_count = ROW_COUNT();
    SELECT v_count;
END //

DELIMITER ;
