-- Hold, book, release. Every routine here runs inside the caller's transaction.
DELIMITER //

-- Takes every granule of the span, or none: p_taken says whether. p_beyond: also where nothing is free.
CREATE DEFINER = accueil_owner@localhost PROCEDURE take_granules(IN p_service SMALLINT, IN p_day DATE, IN p_start SMALLINT,
    IN p_minutes SMALLINT, IN p_opening INT, IN p_granule SMALLINT, IN p_online TINYINT, IN p_beyond TINYINT, OUT p_taken TINYINT)
BEGIN
    SAVEPOINT before_granules;
    -- Assignments run from left to right: excess sees the count before this visit.
    UPDATE slot
       SET excess = GREATEST(excess, booked + 1 - capacity), booked = booked + 1, booked_online = booked_online + p_online
     WHERE service_id = p_service AND day = p_day
       AND start_minute >= p_start AND start_minute < p_start + p_minutes AND opening_id = p_opening
       AND minutes = p_granule
       AND (p_beyond = 1 OR (booked < capacity AND (p_online = 0 OR booked_online < capacity_online)));
    SET p_taken = (ROW_COUNT() * p_granule = p_minutes);
    IF NOT p_taken THEN
        ROLLBACK TO SAVEPOINT before_granules;
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE give_granules_back(IN p_service SMALLINT, IN p_day DATE, IN p_start SMALLINT,
    IN p_minutes SMALLINT, IN p_online TINYINT)
BEGIN
    -- Assignments run from left to right: excess sees the new count.
    UPDATE slot
       SET booked_online = booked_online - p_online, booked = booked - 1, excess = GREATEST(booked - capacity, 0)
     WHERE service_id = p_service AND day = p_day
       AND start_minute >= p_start AND start_minute < p_start + p_minutes;
END //

-- Ends one hold if it is still one (and, where asked, if its time is over) with every part of its visit; p_ended says
-- whether.
CREATE DEFINER = accueil_owner@localhost PROCEDURE end_hold(IN p_appointment BIGINT, IN p_only_expired TINYINT, OUT p_ended TINYINT)
BEGIN
    DECLARE v_service, v_start, v_minutes SMALLINT;
    DECLARE v_day DATE;
    DECLARE v_online, v_part TINYINT;
    DECLARE v_reference CHAR(8) COLLATE utf8mb4_bin DEFAULT NULL;
    DECLARE v_other BIGINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT service_id, day, start_minute, minutes, channel = 'online', reference, part
      INTO v_service, v_day, v_start, v_minutes, v_online, v_reference, v_part
      FROM appointment WHERE id = p_appointment;
    DELETE FROM appointment
     WHERE id = p_appointment AND state = 'held' AND (p_only_expired = 0 OR hold_expires_at <= UTC_TIMESTAMP(3));
    SET p_ended = (ROW_COUNT() = 1);
    IF p_ended THEN
        CALL give_granules_back(v_service, v_day, v_start, v_minutes, v_online);
        SET v_other = NULL;
        SELECT id, service_id, start_minute, minutes INTO v_other, v_service, v_start, v_minutes
          FROM appointment WHERE reference = v_reference AND part = 3 - v_part AND state = 'held';
        IF v_other IS NOT NULL THEN
            DELETE FROM appointment WHERE id = v_other;
            CALL give_granules_back(v_service, v_day, v_start, v_minutes, v_online);
        END IF;
    END IF;
END //

-- The expired holds that stand in the way of a span.
CREATE DEFINER = accueil_owner@localhost PROCEDURE end_expired_holds(IN p_service SMALLINT, IN p_day DATE, IN p_start SMALLINT,
    IN p_minutes SMALLINT)
BEGIN
    DECLARE v_done, v_ended TINYINT DEFAULT 0;
    DECLARE v_appointment BIGINT;
    DECLARE expired CURSOR FOR
        SELECT id FROM appointment
         WHERE service_id = p_service AND day = p_day AND state = 'held' AND hold_expires_at <= UTC_TIMESTAMP(3)
           AND start_minute < p_start + p_minutes AND start_minute + minutes > p_start
         ORDER BY id;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done = 1;
    OPEN expired;
    next_hold: LOOP
        FETCH expired INTO v_appointment;
        IF v_done THEN LEAVE next_hold; END IF;
        CALL end_hold(v_appointment, 1, v_ended);
        SET v_done = 0;
    END LOOP;
    CLOSE expired;
END //

-- p_procedures: JSON [{"procedure": 12, "persons": 1}, …]. p_part: 1, or 2 for the second of a linked visit, which shares
-- the reference and the tokens of the first; of p_parts the last one tells the readers. p_beyond: a supervisor takes it also where nothing is free.
-- Answers the appointment's id and the end of the hold.
CREATE DEFINER = accueil_owner@localhost PROCEDURE hold_place(IN p_service SMALLINT, IN p_day DATE, IN p_start SMALLINT,
    IN p_minutes SMALLINT, IN p_channel VARCHAR(8), IN p_language CHAR(2), IN p_reference CHAR(8),
    IN p_check_in_hash CHAR(64), IN p_manage_hash CHAR(64), IN p_hold_seconds INT, IN p_procedures TEXT, IN p_part TINYINT,
    IN p_parts TINYINT, IN p_beyond TINYINT)
BEGIN
    DECLARE v_opening INT DEFAULT NULL;
    DECLARE v_granule, v_site SMALLINT;
    DECLARE v_taken, v_online TINYINT;
    DECLARE v_over TINYINT DEFAULT 0;
    DECLARE v_appointment BIGINT;
    DECLARE v_until DATETIME(3);
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;

    CALL require_transaction();
    SELECT site_id INTO v_site FROM service WHERE id = p_service;
    IF NOT caller_may(v_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    IF EXISTS (SELECT 1 FROM device WHERE account = caller_account() AND kind = 'web') THEN
        SET p_channel = 'online';
    END IF;
    SET v_online = (p_channel = 'online');
    IF p_beyond = 1 AND NOT caller_supervises() THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31027, MESSAGE_TEXT = 'supervisor only';
    END IF;
    SET v_until = UTC_TIMESTAMP(3) + INTERVAL p_hold_seconds SECOND;
    IF p_part <> 1 THEN
        SET v_until = NULL;
        SELECT hold_expires_at INTO v_until FROM appointment
         WHERE reference = p_reference AND part = 1 AND state = 'held' AND manage_hash = UNHEX(p_manage_hash) AND day = p_day
           AND site_id = v_site AND service_id <> p_service AND channel = p_channel AND start_minute + minutes <= p_start;
        IF v_until IS NULL OR p_part <> 2 THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31002, MESSAGE_TEXT = 'there is no first part';
        END IF;
    END IF;

    SELECT opening_id, minutes INTO v_opening, v_granule
      FROM slot WHERE service_id = p_service AND day = p_day AND start_minute = p_start;
    IF v_opening IS NULL OR p_minutes MOD v_granule <> 0 OR p_minutes <= 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'no such slot';
    END IF;

    CALL take_granules(p_service, p_day, p_start, p_minutes, v_opening, v_granule, v_online, 0, v_taken);
    IF NOT v_taken THEN
        CALL end_expired_holds(p_service, p_day, p_start, p_minutes);
        CALL take_granules(p_service, p_day, p_start, p_minutes, v_opening, v_granule, v_online, 0, v_taken);
    END IF;
    IF NOT v_taken AND p_beyond = 1 THEN
        CALL take_granules(p_service, p_day, p_start, p_minutes, v_opening, v_granule, v_online, 1, v_taken);
        SET v_over = v_taken;
    END IF;
    IF NOT v_taken THEN
        IF (SELECT COUNT(*) FROM slot WHERE service_id = p_service AND day = p_day AND opening_id = v_opening
               AND start_minute >= p_start AND start_minute < p_start + p_minutes) * v_granule <> p_minutes THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'the span leaves the opening';
        END IF;
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31001, MESSAGE_TEXT = 'slot taken';
    END IF;

    INSERT INTO appointment (site_id, service_id, day, start_minute, minutes, state, channel, language, reference, part,
                             check_in_hash, manage_hash, hold_expires_at, over_capacity, created_at, changed_at)
    VALUES (v_site, p_service, p_day, p_start, p_minutes, 'held', p_channel, p_language, p_reference, p_part,
            IF(p_part = 1, UNHEX(p_check_in_hash), NULL), IF(p_part = 1, UNHEX(p_manage_hash), NULL), v_until, v_over,
            UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
    SET v_appointment = LAST_INSERT_ID();
    INSERT INTO appointment_procedure (appointment_id, position, procedure_id, persons)
    SELECT v_appointment, position, procedure_id, persons
      FROM JSON_TABLE(p_procedures, '$[*]' COLUMNS (position FOR ORDINALITY, procedure_id INT PATH '$.procedure',
                                                    persons INT PATH '$.persons')) AS wanted;
    IF p_part = p_parts THEN
        CALL raise_version(v_site, 'agenda');
        CALL write_event(v_site, 'agenda', 'held', v_appointment, NULL, NULL);
    END IF;
    SELECT v_appointment, v_until;
END //

-- A hold becomes an appointment, with every part of its visit; whoever holds the manage token's hash may do it. A hold whose
-- time is over but whose place nobody needed is still good. p_reminder_at: NULL for no reminder. p_today: on the site's wall
-- clock. p_most_email, p_most_person: so many upcoming visits at most, 0 for any number. p_reason: why the staff overrules a
-- limit or the capacity; online nobody does.
CREATE DEFINER = accueil_owner@localhost PROCEDURE book_held(IN p_appointment BIGINT, IN p_check_in_token CHAR(20),
    IN p_manage_token CHAR(20), IN p_language CHAR(2), IN p_last_name VARCHAR(100), IN p_first_name VARCHAR(100),
    IN p_year SMALLINT, IN p_month TINYINT, IN p_birth_day TINYINT, IN p_email VARCHAR(254), IN p_phone VARCHAR(40),
    IN p_note VARCHAR(500), IN p_reminder_at DATETIME(3), IN p_today DATE, IN p_most_email SMALLINT, IN p_most_person SMALLINT,
    IN p_reason VARCHAR(200))
BEGIN
    DECLARE v_site SMALLINT DEFAULT NULL;
    DECLARE v_reference CHAR(8) COLLATE utf8mb4_bin;
    DECLARE v_online, v_beyond TINYINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    CALL require_day(p_today);
    UPDATE appointment
       SET state = 'booked', hold_expires_at = NULL, language = p_language, changed_at = UTC_TIMESTAMP(3)
     WHERE id = p_appointment AND state = 'held' AND manage_hash = UNHEX(SHA2(p_manage_token, 256));
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31002, MESSAGE_TEXT = 'hold expired';
    END IF;
    SELECT site_id, reference, channel = 'online', over_capacity INTO v_site, v_reference, v_online, v_beyond
      FROM appointment WHERE id = p_appointment;
    UPDATE appointment
       SET state = 'booked', hold_expires_at = NULL, language = p_language, changed_at = UTC_TIMESTAMP(3)
     WHERE reference = v_reference AND part = 2 AND state = 'held';
    IF p_reason = '' AND (v_beyond = 1 OR EXISTS (SELECT 1 FROM appointment WHERE reference = v_reference AND part = 2
                                                      AND over_capacity = 1)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31026, MESSAGE_TEXT = 'a visit beyond the places needs a reason';
    END IF;
    INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, birth_day, email, phone, note,
                          override_reason)
    VALUES (p_appointment, p_last_name, p_first_name, p_year, p_month, p_birth_day, p_email, p_phone, p_note,
            IF(v_online, '', p_reason));
    INSERT INTO attendee_secret (appointment_id, check_in_token, manage_token)
    VALUES (p_appointment, p_check_in_token, p_manage_token);
    IF p_email <> '' THEN
        INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
        VALUES (p_appointment, 'confirmation', 0, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
        IF p_reminder_at IS NOT NULL THEN
            INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
            VALUES (p_appointment, 'reminder', 0, 'waiting', p_reminder_at, UTC_TIMESTAMP(3));
        END IF;
    END IF;
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'booked', p_appointment, NULL, NULL);
    -- The version's row is ours until the end: whoever books at this moment is counted, or waits and counts us.
    IF v_online OR p_reason = '' THEN
        CALL require_limits(p_appointment, p_today, p_most_email, p_most_person);
    END IF;
END //

-- Refuses when the attendee of this appointment has more upcoming visits than the site allows, this one included.
CREATE DEFINER = accueil_owner@localhost PROCEDURE require_limits(IN p_appointment BIGINT, IN p_today DATE, IN p_most_email SMALLINT,
    IN p_most_person SMALLINT)
BEGIN
    DECLARE v_email, v_person INT DEFAULT 0;
    IF p_most_email > 0 THEN
        SELECT COUNT(*) INTO v_email
          FROM attendee me JOIN attendee p ON p.email = me.email JOIN appointment a ON a.id = p.appointment_id
         WHERE me.appointment_id = p_appointment AND me.email <> '' AND a.state = 'booked' AND a.day >= p_today;
    END IF;
    IF p_most_person > 0 THEN
        SELECT COUNT(*) INTO v_person
          FROM attendee me
          JOIN attendee p ON p.birth_year = me.birth_year AND p.birth_month = me.birth_month AND p.birth_day = me.birth_day
                         AND p.last_name = me.last_name AND p.first_name = me.first_name
          JOIN appointment a ON a.id = p.appointment_id
         WHERE me.appointment_id = p_appointment AND a.state = 'booked' AND a.day >= p_today;
    END IF;
    IF (p_most_email > 0 AND v_email > p_most_email) OR (p_most_person > 0 AND v_person > p_most_person) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31025, MESSAGE_TEXT = 'too many upcoming visits';
    END IF;
END //

-- Gives a held place back before its time, and forgets that it was asked for: the same wish may ask again. Nothing to do is
-- no error.
CREATE DEFINER = accueil_owner@localhost PROCEDURE release_hold(IN p_appointment BIGINT, IN p_manage_hash CHAR(64), IN p_key CHAR(32))
BEGIN
    DECLARE v_site SMALLINT DEFAULT NULL;
    DECLARE v_ended TINYINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    SELECT site_id INTO v_site FROM appointment WHERE id = p_appointment AND manage_hash = UNHEX(p_manage_hash);
    IF v_site IS NOT NULL THEN
        CALL end_hold(p_appointment, 0, v_ended);
        IF v_ended THEN
            DELETE FROM request WHERE request_key = UNHEX(p_key);
            CALL raise_version(v_site, 'agenda');
            CALL write_event(v_site, 'agenda', 'released', p_appointment, NULL, NULL);
        END IF;
    END IF;
END //

-- Housekeeping of the mail daemon: at most p_most holds whose time is over. Answers how many it ended.
CREATE DEFINER = accueil_owner@localhost PROCEDURE release_expired_holds(IN p_most INT)
BEGIN
    DECLARE v_done, v_ended TINYINT DEFAULT 0;
    DECLARE v_count INT DEFAULT 0;
    DECLARE v_appointment BIGINT;
    DECLARE v_site SMALLINT;
    DECLARE expired CURSOR FOR
        SELECT id, site_id FROM appointment
         WHERE state = 'held' AND hold_expires_at <= UTC_TIMESTAMP(3) ORDER BY hold_expires_at LIMIT p_most;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done = 1;
    CALL require_transaction();
    OPEN expired;
    next_hold: LOOP
        FETCH expired INTO v_appointment, v_site;
        IF v_done THEN LEAVE next_hold; END IF;
        CALL end_hold(v_appointment, 1, v_ended);
        IF v_ended THEN
            SET v_count = v_count + 1;
            CALL raise_version(v_site, 'agenda');
            CALL write_event(v_site, 'agenda', 'released', v_appointment, NULL, NULL);
        END IF;
        SET v_done = 0;
    END LOOP;
    CLOSE expired;
    SELECT v_count;
END //

DELIMITER ;
