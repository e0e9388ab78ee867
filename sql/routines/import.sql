-- Appointments made before this system: each line of a list once, whether or not the hours have a place for it.
DELIMITER //

-- Counts a visit in every granule of its span, over the capacity where need be. The grid is that of the places of the
-- day; a visit that does not begin on it takes the granules that begin during it.
-- p_outside: granules that the hours do not have are added, with no capacity of their own.
-- p_span: the minutes in whole granules. p_over: 1 when a granule now has more visits than places.
CREATE DEFINER = accueil_owner@localhost PROCEDURE take_granules_anyway(IN p_service SMALLINT, IN p_day DATE, IN p_start SMALLINT,
    IN p_minutes SMALLINT, IN p_outside TINYINT, OUT p_span SMALLINT, OUT p_over TINYINT)
BEGIN
    DECLARE v_granule, v_phase, v_at SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT minutes, start_minute MOD minutes INTO v_granule, v_phase
      FROM slot WHERE service_id = p_service AND day = p_day AND opening_id <> 0
     ORDER BY ABS(start_minute - p_start), start_minute LIMIT 1;
    IF v_granule IS NULL THEN
        SET v_phase = 0;
        SELECT minutes INTO v_granule FROM service_granule
         WHERE service_id = p_service AND from_day <= p_day ORDER BY from_day DESC LIMIT 1;
    END IF;
    IF v_granule IS NULL THEN
        SELECT granule_minutes INTO v_granule FROM service WHERE id = p_service;
    END IF;
    SET p_span = CEIL(p_minutes / v_granule) * v_granule;

    SAVEPOINT before_granules;
    -- Assignments run from left to right: excess sees the new count.
    UPDATE slot SET booked = booked + 1, excess = GREATEST(booked - capacity, 0)
     WHERE service_id = p_service AND day = p_day AND start_minute >= p_start AND start_minute < p_start + p_span
       AND (capacity > 0 OR p_outside = 1);
    IF ROW_COUNT() * v_granule <> p_span THEN
        IF p_outside = 0 THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'outside the hours';
        END IF;
        ROLLBACK TO SAVEPOINT before_granules;
        SET v_at = p_start + (v_granule + v_phase - p_start MOD v_granule) MOD v_granule;
        WHILE v_at < p_start + p_span DO
            INSERT INTO slot (service_id, day, start_minute, opening_id, minutes, capacity, capacity_online, booked, excess)
            VALUES (p_service, p_day, v_at, 0, v_granule, 0, 0, 1, 1)
                ON DUPLICATE KEY UPDATE booked = booked + 1, excess = GREATEST(booked - capacity, 0);
            SET v_at = v_at + v_granule;
        END WHILE;
        -- Two grids in one span: no granules would stand for this visit alone.
        IF (SELECT SUM(minutes) FROM slot WHERE service_id = p_service AND day = p_day
               AND start_minute >= p_start AND start_minute < p_start + p_span) <> p_span THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'between two grids';
        END IF;
    END IF;
    SET p_over = EXISTS (SELECT 1 FROM slot WHERE service_id = p_service AND day = p_day AND start_minute >= p_start
                            AND start_minute < p_start + p_span AND excess > 0);
END //

-- p_key: names the line; the same line again changes nothing. p_procedure: NULL when only the service is known.
-- p_birth…: zeros when it is not known. p_legacy_hash: of the older system's code, or ''. p_send_mails: the confirmation
-- goes out now; a reminder is written whenever there is an address and p_reminder_at.
-- Answers the appointment, its reference and whether this call made it.
CREATE DEFINER = accueil_owner@localhost PROCEDURE import_appointment(IN p_key CHAR(32), IN p_service SMALLINT, IN p_procedure INT,
    IN p_day DATE, IN p_start SMALLINT, IN p_minutes SMALLINT, IN p_outside TINYINT, IN p_language CHAR(2),
    IN p_reference CHAR(8), IN p_check_in_token CHAR(20), IN p_manage_token CHAR(20), IN p_legacy_hash CHAR(64),
    IN p_last_name VARCHAR(100), IN p_first_name VARCHAR(100), IN p_birth_year SMALLINT, IN p_birth_month TINYINT,
    IN p_birth_day TINYINT, IN p_email VARCHAR(254), IN p_phone VARCHAR(40), IN p_note VARCHAR(500),
    IN p_send_mails TINYINT, IN p_reminder_at DATETIME(3))
BEGIN
    DECLARE v_site, v_span SMALLINT DEFAULT NULL;
    DECLARE v_over TINYINT;
    DECLARE v_appointment BIGINT DEFAULT NULL;
    DECLARE v_reference CHAR(8);
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    SELECT site_id INTO v_site FROM service WHERE id = p_service;
    IF NOT caller_may(v_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    SELECT a.id, a.reference INTO v_appointment, v_reference
      FROM attendee_secret s JOIN appointment a ON a.id = s.appointment_id WHERE s.import_key = UNHEX(p_key);
    IF v_appointment IS NOT NULL THEN
        SELECT v_appointment, v_reference, 0;
    ELSE
        CALL end_expired_holds(p_service, p_day, p_start, p_minutes);
        CALL take_granules_anyway(p_service, p_day, p_start, p_minutes, p_outside, v_span, v_over);
        INSERT INTO appointment (site_id, service_id, day, start_minute, minutes, state, channel, language, reference,
                                 check_in_hash, manage_hash, legacy_hash, over_capacity, created_at, changed_at)
        VALUES (v_site, p_service, p_day, p_start, v_span, 'booked', 'import', p_language, p_reference,
                UNHEX(SHA2(p_check_in_token, 256)), UNHEX(SHA2(p_manage_token, 256)), UNHEX(NULLIF(p_legacy_hash, '')),
                v_over, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
        SET v_appointment = LAST_INSERT_ID();
        INSERT INTO appointment_procedure (appointment_id, position, procedure_id, persons)
        SELECT v_appointment, 1, id, 1 FROM service_procedure WHERE id = p_procedure AND service_id = p_service;
        INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, birth_day, email, phone, note)
        VALUES (v_appointment, p_last_name, p_first_name, p_birth_year, p_birth_month, p_birth_day, p_email, p_phone, p_note);
        INSERT INTO attendee_secret (appointment_id, check_in_token, manage_token, import_key)
        VALUES (v_appointment, p_check_in_token, p_manage_token, UNHEX(p_key));
        IF p_email <> '' AND p_send_mails = 1 THEN
            INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
            VALUES (v_appointment, 'confirmation', 0, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
        END IF;
        IF p_email <> '' AND p_reminder_at IS NOT NULL THEN
            INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
            VALUES (v_appointment, 'reminder', 0, 'waiting', p_reminder_at, UTC_TIMESTAMP(3));
        END IF;
        CALL raise_version(v_site, 'agenda');
        CALL write_event(v_site, 'agenda', 'imported', v_appointment, NULL, NULL);
        SELECT v_appointment, p_reference, 1;
    END IF;
END //

DELIMITER ;
