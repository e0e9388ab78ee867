-- Appointments that lost their place, and the people to be told of it by telephone or letter.
-- Every routine here runs inside the caller's transaction.
DELIMITER //

-- What was to be said of an appointment is overtaken by what happens to it now.
CREATE DEFINER = accueil_owner@localhost PROCEDURE settle_moved_or_stranded(IN p_appointment BIGINT)
BEGIN
    UPDATE to_call SET outcome = 'settled', done_at = UTC_TIMESTAMP(3), done_by = caller_account()
     WHERE appointment_id = p_appointment AND reason IN ('stranded', 'moved') AND outcome = 'open';
END //

-- Puts an appointment on the list, or opens its line again. p_was_day, p_was_start: what its citizen knows of. Who was
-- not yet told of an earlier move knows the time before that; that line is settled by the new one.
CREATE DEFINER = accueil_owner@localhost PROCEDURE somebody_must_call(IN p_appointment BIGINT, IN p_reason VARCHAR(12),
    IN p_was_day DATE, IN p_was_start SMALLINT)
BEGIN
    DECLARE v_site SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    IF p_reason <> 'mail_failed' THEN
        SELECT was_day, was_start INTO p_was_day, p_was_start
          FROM to_call WHERE appointment_id = p_appointment AND reason = 'moved' AND outcome = 'open';
        CALL settle_moved_or_stranded(p_appointment);
    END IF;
    INSERT INTO to_call (appointment_id, reason, was_day, was_start, created_at)
    VALUES (p_appointment, p_reason, p_was_day, p_was_start, UTC_TIMESTAMP(3))
        ON DUPLICATE KEY UPDATE was_day = VALUES(was_day), was_start = VALUES(was_start), created_at = VALUES(created_at),
                                outcome = 'open', done_at = NULL, done_by = NULL, tries = 0, tried_at = NULL;
    SELECT site_id INTO v_site FROM appointment WHERE id = p_appointment;
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'to_call', p_appointment, NULL, NULL);
END //

-- After an act of the town: by mail where there is an address (the act has ordered it), else by the list. What the citizen
-- knew before a move is kept: that mail may come back.
CREATE DEFINER = accueil_owner@localhost PROCEDURE tell_by_mail_or_call(IN p_appointment BIGINT, IN p_reason VARCHAR(12),
    IN p_was_day DATE, IN p_was_start SMALLINT)
BEGIN
    IF EXISTS (SELECT 1 FROM attendee WHERE appointment_id = p_appointment AND email <> '') THEN
        CALL settle_moved_or_stranded(p_appointment);
        IF p_reason = 'moved' THEN
            INSERT INTO to_call (appointment_id, reason, was_day, was_start, created_at, outcome, done_at, done_by)
            VALUES (p_appointment, 'moved', p_was_day, p_was_start, UTC_TIMESTAMP(3), 'settled', UTC_TIMESTAMP(3), caller_account())
                ON DUPLICATE KEY UPDATE was_day = VALUES(was_day), was_start = VALUES(was_start), created_at = VALUES(created_at),
                                        outcome = 'settled', done_at = VALUES(done_at), done_by = VALUES(done_by);
        END IF;
    ELSE
        CALL somebody_must_call(p_appointment, p_reason, p_was_day, p_was_start);
    END IF;
END //

-- The town cancels: the mail says so with the reason, which the citizen reads.
CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_by_town(IN p_appointment BIGINT, IN p_reason VARCHAR(200))
BEGIN
    DECLARE v_day DATE DEFAULT NULL;
    DECLARE v_start SMALLINT;
    DECLARE v_reference CHAR(8) COLLATE utf8mb4_bin DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SET p_appointment = IFNULL(first_part(p_appointment), p_appointment);
    SELECT day, start_minute, reference INTO v_day, v_start, v_reference FROM appointment WHERE id = p_appointment;
    CALL cancel_appointment(p_appointment, NULL, p_reason);
    UPDATE appointment SET cancelled_by_town = 1 WHERE reference = v_reference;
    CALL tell_by_mail_or_call(p_appointment, 'cancelled', v_day, v_start);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE move_by_town(IN p_appointment BIGINT, IN p_revision INT, IN p_day DATE,
    IN p_start SMALLINT, IN p_minutes SMALLINT, IN p_second_start SMALLINT, IN p_second_minutes SMALLINT,
    IN p_reminder_at DATETIME(3))
BEGIN
    DECLARE v_day DATE DEFAULT NULL;
    DECLARE v_start SMALLINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SET p_appointment = first_part(p_appointment);
    SELECT day, start_minute INTO v_day, v_start FROM appointment WHERE id = p_appointment;
    CALL move_appointment(p_appointment, p_revision, p_day, p_start, p_minutes, p_second_start, p_second_minutes, p_reminder_at);
    CALL write_audit('appointment', p_appointment, 'moved_by_town', '');
    CALL tell_by_mail_or_call(p_appointment, 'moved', v_day, v_start);
END //

-- Decides what becomes of a booked appointment that lost its place: 'kept', the citizen comes all the same; 'open',
-- somebody calls to agree on another time.
CREATE DEFINER = accueil_owner@localhost PROCEDURE decide_stranded(IN p_appointment BIGINT, IN p_outcome VARCHAR(8))
BEGIN
    DECLARE v_site, v_start SMALLINT DEFAULT NULL;
    DECLARE v_day DATE;
    DECLARE v_state VARCHAR(10);
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    SET p_appointment = IFNULL(first_part(p_appointment), p_appointment);
    SELECT site_id, state, day, start_minute INTO v_site, v_state, v_day, v_start FROM appointment WHERE id = p_appointment;
    IF NOT caller_may(v_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    ELSEIF v_state = 'arrived' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31005, MESSAGE_TEXT = 'already arrived';
    ELSEIF v_state <> 'booked' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    END IF;
    IF p_outcome = 'open' THEN
        CALL somebody_must_call(p_appointment, 'stranded', v_day, v_start);
    ELSE
        INSERT INTO to_call (appointment_id, reason, was_day, was_start, created_at, outcome, done_at, done_by)
        VALUES (p_appointment, 'stranded', v_day, v_start, UTC_TIMESTAMP(3), 'kept', UTC_TIMESTAMP(3), caller_account())
            ON DUPLICATE KEY UPDATE outcome = 'kept', done_at = VALUES(done_at), done_by = VALUES(done_by);
        CALL raise_version(v_site, 'agenda');
        CALL write_event(v_site, 'agenda', 'to_call', p_appointment, NULL, NULL);
    END IF;
END //

-- Somebody called or wrote. p_outcome: 'called', 'letter' or 'settled'.
CREATE DEFINER = accueil_owner@localhost PROCEDURE mark_called(IN p_appointment BIGINT, IN p_reason VARCHAR(12), IN p_outcome VARCHAR(8))
BEGIN
    DECLARE v_site SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    SELECT site_id INTO v_site FROM appointment WHERE id = p_appointment;
    IF NOT caller_may(v_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    UPDATE to_call SET outcome = p_outcome, done_at = UTC_TIMESTAMP(3), done_by = caller_account()
     WHERE appointment_id = p_appointment AND reason = p_reason AND outcome = 'open';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
    END IF;
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'to_call', p_appointment, NULL, NULL);
END //

-- Somebody called, nobody answered: the line stays open.
CREATE DEFINER = accueil_owner@localhost PROCEDURE nobody_answered(IN p_appointment BIGINT, IN p_reason VARCHAR(12))
BEGIN
    DECLARE v_site SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    SELECT site_id INTO v_site FROM appointment WHERE id = p_appointment;
    IF NOT caller_may(v_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    UPDATE to_call SET tries = tries + 1, tried_at = UTC_TIMESTAMP(3)
     WHERE appointment_id = p_appointment AND reason = p_reason AND outcome = 'open';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
    END IF;
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'to_call', p_appointment, NULL, NULL);
END //

-- No mail server takes this mail: the citizen is called. A reminder says nothing new to whoever was called before.
CREATE DEFINER = accueil_owner@localhost PROCEDURE call_instead_of_mail(IN p_mail BIGINT)
BEGIN
    DECLARE v_appointment BIGINT DEFAULT NULL;
    DECLARE v_day DATE;
    DECLARE v_start SMALLINT;
    DECLARE v_kind VARCHAR(12);
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT a.id, a.day, a.start_minute, m.kind INTO v_appointment, v_day, v_start, v_kind
      FROM mail m JOIN appointment a ON a.id = m.appointment_id JOIN attendee p ON p.appointment_id = a.id
     WHERE m.id = p_mail;
    SET v_appointment = first_part(v_appointment);
    -- The town moved it and this mail was to say so: the citizen knows the time before.
    SELECT c.was_day, c.was_start INTO v_day, v_start
      FROM to_call c JOIN mail m ON m.id = p_mail
     WHERE c.appointment_id = v_appointment AND c.reason = 'moved' AND v_kind = 'change' AND c.created_at >= m.created_at;
    IF v_appointment IS NOT NULL
       AND (v_kind <> 'reminder' OR NOT EXISTS (SELECT 1 FROM to_call
                                                 WHERE appointment_id = v_appointment AND reason = 'mail_failed')) THEN
        CALL somebody_must_call(v_appointment, 'mail_failed', v_day, v_start);
    END IF;
END //

DELIMITER ;
