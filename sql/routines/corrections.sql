-- What the desk corrects without moving an appointment. Every routine here runs inside the caller's transaction.
DELIMITER //

-- One more mail of a kind for the appointment as it is now.
CREATE DEFINER = accueil_owner@localhost PROCEDURE order_mail(IN p_appointment BIGINT, IN p_kind VARCHAR(12), IN p_due DATETIME(3))
BEGIN
    INSERT INTO mail (appointment_id, kind, revision, copy_no, state, due_at, created_at)
    SELECT a.id, p_kind, a.revision,
           1 + (SELECT IFNULL(MAX(m.copy_no), 0) FROM mail m WHERE m.appointment_id = a.id AND m.kind = p_kind AND m.revision = a.revision),
           'waiting', p_due, UTC_TIMESTAMP(3)
      FROM appointment a WHERE a.id = p_appointment;
END //

-- The visit whose person is corrected: its first part. Refuses strangers, holds and what is erased.
CREATE DEFINER = accueil_owner@localhost PROCEDURE require_person(INOUT p_appointment BIGINT, OUT p_site SMALLINT, OUT p_state VARCHAR(10),
    OUT p_email VARCHAR(254))
BEGIN
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    SET p_appointment = first_part(p_appointment), p_site = NULL;
    SELECT a.site_id, a.state, p.email INTO p_site, p_state, p_email
      FROM appointment a JOIN attendee p ON p.appointment_id = a.id WHERE a.id = p_appointment;
    IF p_site IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    ELSEIF NOT caller_may(p_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
END //

-- Another address: what waits goes there by itself, the mails that are missing are ordered. No address: nothing waits any more.
CREATE DEFINER = accueil_owner@localhost PROCEDURE mails_follow(IN p_appointment BIGINT, IN p_email VARCHAR(254), IN p_to_come TINYINT,
    IN p_reminder_at DATETIME(3))
BEGIN
    DECLARE v_revision INT;
    SELECT revision INTO v_revision FROM appointment WHERE id = p_appointment;
    IF p_email = '' THEN
        UPDATE mail SET state = 'dropped' WHERE appointment_id = p_appointment AND state = 'waiting';
    ELSE
        UPDATE to_call SET outcome = 'settled', done_at = UTC_TIMESTAMP(3), done_by = caller_account()
         WHERE appointment_id = p_appointment AND reason = 'mail_failed' AND outcome = 'open';
    END IF;
    IF p_email <> '' AND p_to_come = 1 THEN
        IF NOT EXISTS (SELECT 1 FROM mail WHERE appointment_id = p_appointment AND revision = v_revision AND state = 'waiting'
                          AND kind IN ('confirmation', 'change')) THEN
            CALL order_mail(p_appointment, 'confirmation', UTC_TIMESTAMP(3));
        END IF;
        IF p_reminder_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM mail WHERE appointment_id = p_appointment AND revision = v_revision AND kind = 'reminder'
                              AND state IN ('waiting', 'sending')) THEN
            CALL order_mail(p_appointment, 'reminder', p_reminder_at);
        END IF;
    END IF;
END //

-- p_was, p_is: SHA-256 of language, names, birth date, contacts and note, a line each, as they were on the screen and shall be. Who
-- wants what a colleague has just written finds it done. p_reminder_at: NULL for no reminder. p_today: on the site's wall clock.
CREATE DEFINER = accueil_owner@localhost PROCEDURE change_person(IN p_appointment BIGINT, IN p_was CHAR(64), IN p_is CHAR(64),
    IN p_language CHAR(2), IN p_last_name VARCHAR(100), IN p_first_name VARCHAR(100), IN p_year SMALLINT, IN p_month TINYINT,
    IN p_birth_day TINYINT, IN p_email VARCHAR(254), IN p_phone VARCHAR(40), IN p_note VARCHAR(500), IN p_reminder_at DATETIME(3),
    IN p_today DATE)
BEGIN
    DECLARE v_site SMALLINT;
    DECLARE v_state VARCHAR(10);
    DECLARE v_email VARCHAR(254);
    DECLARE v_language CHAR(2);
    DECLARE v_reference CHAR(8) COLLATE utf8mb4_bin;
    DECLARE v_found CHAR(64);
    CALL require_day(p_today);
    CALL require_person(p_appointment, v_site, v_state, v_email);
    SELECT language, reference INTO v_language, v_reference FROM appointment WHERE id = p_appointment;
    UPDATE attendee
       SET last_name = p_last_name, first_name = p_first_name, birth_year = p_year, birth_month = p_month, birth_day = p_birth_day,
           email = p_email, phone = p_phone, note = p_note
     WHERE appointment_id = p_appointment
       AND SHA2(CONCAT_WS('\n', v_language, last_name, first_name, birth_year, birth_month, birth_day, email, phone, note), 256) = p_was;
    UPDATE appointment SET language = p_language WHERE reference = v_reference AND language = v_language;
    SELECT SHA2(CONCAT_WS('\n', a.language, p.last_name, p.first_name, p.birth_year, p.birth_month, p.birth_day, p.email, p.phone, p.note),
                256)
      INTO v_found FROM appointment a JOIN attendee p ON p.appointment_id = a.id WHERE a.id = p_appointment;
    IF v_found <> p_is THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
    END IF;
    IF v_email COLLATE utf8mb4_bin <> p_email THEN
        CALL mails_follow(p_appointment, p_email, v_state = 'booked' AND (SELECT day >= p_today FROM appointment WHERE id = p_appointment),
            p_reminder_at);
    END IF;
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'changed', p_appointment, NULL, NULL);
END //

-- The mail that says how the appointment is now, once more. One that has not gone out yet goes now instead.
CREATE DEFINER = accueil_owner@localhost PROCEDURE send_again(IN p_appointment BIGINT)
BEGIN
    DECLARE v_site SMALLINT;
    DECLARE v_state VARCHAR(10);
    DECLARE v_email VARCHAR(254);
    DECLARE v_kind VARCHAR(12);
    CALL require_person(p_appointment, v_site, v_state, v_email);
    IF v_email = '' OR v_state NOT IN ('booked', 'cancelled')
       OR EXISTS (SELECT 1 FROM appointment WHERE id = p_appointment AND day < UTC_DATE()) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'nothing to send';
    END IF;
    SET v_kind = IF(v_state = 'cancelled', 'cancellation', 'confirmation');
    IF EXISTS (SELECT 1 FROM mail m JOIN appointment a ON a.id = m.appointment_id AND a.revision = m.revision
                WHERE a.id = p_appointment AND m.kind = v_kind AND m.state = 'waiting') THEN
        UPDATE mail SET due_at = UTC_TIMESTAMP(3) WHERE appointment_id = p_appointment AND kind = v_kind AND state = 'waiting';
    ELSE
        CALL order_mail(p_appointment, v_kind, UTC_TIMESTAMP(3));
    END IF;
    CALL write_audit('mail', p_appointment, 'asked_again', v_kind);
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'mail_again', p_appointment, NULL, NULL);
END //

DELIMITER ;
