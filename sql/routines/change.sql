-- Cancel and move, for the desk and the citizen. Every routine here runs inside the caller's transaction.
DELIMITER //

-- Linked appointments are one visit: whichever part is named, its first part speaks for both.
CREATE DEFINER = accueil_owner@localhost FUNCTION first_part(p_appointment BIGINT) RETURNS BIGINT
    READS SQL DATA
BEGIN
    DECLARE v_first BIGINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT f.id INTO v_first FROM appointment a JOIN appointment f ON f.reference = a.reference AND f.part = 1
     WHERE a.id = p_appointment;
    RETURN v_first;
END //

-- Who asks to change a visit must find it booked.
CREATE DEFINER = accueil_owner@localhost PROCEDURE require_booked(IN p_appointment BIGINT)
BEGIN
    DECLARE v_state VARCHAR(10) DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT state INTO v_state FROM appointment WHERE id = p_appointment;
    IF v_state = 'arrived' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31005, MESSAGE_TEXT = 'already arrived';
    ELSEIF v_state IS NULL OR v_state <> 'booked' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    END IF;
END //

-- And as it was when it was read. The row is written before anything else is read: two changes at once wait here for each other.
CREATE DEFINER = accueil_owner@localhost PROCEDURE require_revision(IN p_appointment BIGINT, IN p_revision INT)
BEGIN
    CALL require_booked(p_appointment);
    UPDATE appointment SET changed_at = UTC_TIMESTAMP(3) WHERE id = p_appointment AND state = 'booked' AND revision = p_revision;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_part(IN p_reference CHAR(8), IN p_part TINYINT)
BEGIN
    DECLARE v_service, v_start, v_minutes SMALLINT;
    DECLARE v_day DATE;
    DECLARE v_online TINYINT;
    UPDATE appointment SET state = 'cancelled', revision = revision + 1, changed_at = UTC_TIMESTAMP(3)
     WHERE reference = p_reference COLLATE utf8mb4_bin AND part = p_part AND state = 'booked';
    IF ROW_COUNT() = 1 THEN
        SELECT service_id, day, start_minute, minutes, channel = 'online' INTO v_service, v_day, v_start, v_minutes, v_online
          FROM appointment WHERE reference = p_reference COLLATE utf8mb4_bin AND part = p_part;
        CALL give_granules_back(v_service, v_day, v_start, v_minutes, v_online);
    ELSEIF p_part = 1 THEN -- arrived or cancelled between our look and our change
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    END IF;
END //

-- The one way to cancel a visit, for the desk and the citizen alike. p_appointment: its first part.
CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_booked(IN p_appointment BIGINT, IN p_reason VARCHAR(200))
BEGIN
    DECLARE v_site SMALLINT;
    DECLARE v_reference CHAR(8) COLLATE utf8mb4_bin;
    CALL require_booked(p_appointment);
    SELECT site_id, reference INTO v_site, v_reference FROM appointment WHERE id = p_appointment;
    CALL cancel_part(v_reference, 1);
    CALL cancel_part(v_reference, 2);
    UPDATE attendee SET cancel_reason = p_reason WHERE appointment_id = p_appointment AND p_reason <> '';
    UPDATE mail SET state = 'dropped' WHERE appointment_id = p_appointment AND state = 'waiting';
    INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
    SELECT p.appointment_id, 'cancellation', a.revision, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
      FROM attendee p JOIN appointment a ON a.id = p.appointment_id WHERE p.appointment_id = p_appointment AND p.email <> '';
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'cancelled', p_appointment, NULL, NULL);
END //

-- One part to another day or start, p_minutes long there: only the difference is taken and given back, so an overlapping start
-- needs no second place. p_offered_online: only to where online booking still has a place, whatever the appointment itself counts as.
CREATE DEFINER = accueil_owner@localhost PROCEDURE move_part(IN p_appointment BIGINT, IN p_day DATE, IN p_start SMALLINT,
    IN p_minutes SMALLINT, IN p_offered_online TINYINT)
BEGIN
    DECLARE v_service, v_start, v_minutes, v_granule, v_granules, v_wanted SMALLINT DEFAULT NULL;
    DECLARE v_opening INT DEFAULT NULL;
    DECLARE v_day DATE;
    DECLARE v_online TINYINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT service_id, day, start_minute, minutes, channel = 'online' INTO v_service, v_day, v_start, v_minutes, v_online
      FROM appointment WHERE id = p_appointment;
    SELECT opening_id, minutes INTO v_opening, v_granule
      FROM slot WHERE service_id = v_service AND day = p_day AND start_minute = p_start;
    IF v_opening IS NULL OR p_minutes MOD v_granule <> 0 OR p_minutes <= 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'no such slot';
    END IF;

    -- How many granules the new span has, and how many of them are not already ours.
    SELECT COUNT(*), COUNT(*) - IFNULL(SUM(day = v_day AND start_minute >= v_start AND start_minute < v_start + v_minutes), 0)
      INTO v_granules, v_wanted FROM slot
     WHERE service_id = v_service AND day = p_day AND opening_id = v_opening
       AND start_minute >= p_start AND start_minute < p_start + p_minutes;
    IF v_granules * v_granule <> p_minutes THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'the span leaves the opening';
    END IF;
    CALL end_expired_holds(v_service, p_day, p_start, p_minutes);
    UPDATE slot
       SET booked = booked + 1, booked_online = booked_online + v_online
     WHERE service_id = v_service AND day = p_day AND opening_id = v_opening
       AND start_minute >= p_start AND start_minute < p_start + p_minutes
       AND NOT (day = v_day AND start_minute >= v_start AND start_minute < v_start + v_minutes)
       AND minutes = v_granule AND booked < capacity AND ((v_online = 0 AND p_offered_online = 0) OR booked_online < capacity_online);
    IF ROW_COUNT() <> v_wanted THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31001, MESSAGE_TEXT = 'slot taken';
    END IF;
    UPDATE slot
       SET booked_online = booked_online - v_online, booked = booked - 1, excess = GREATEST(booked - capacity, 0)
     WHERE service_id = v_service AND day = v_day AND start_minute >= v_start AND start_minute < v_start + v_minutes
       AND NOT (day = p_day AND start_minute >= p_start AND start_minute < p_start + p_minutes);
    UPDATE appointment
       SET day = p_day, start_minute = p_start, minutes = p_minutes, revision = revision + 1, changed_at = UTC_TIMESTAMP(3),
           over_capacity = IF(v_wanted = v_granules, 0, over_capacity) -- every granule of the new place was free
     WHERE id = p_appointment AND state = 'booked';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
    END IF;
END //

-- The one way to move a visit, for the desk and the citizen alike: another day or start, and the length that the new day's grid
-- gives; reference and tokens stay. p_appointment: its first part. p_second_start: of the second part, NULL where there is none.
CREATE DEFINER = accueil_owner@localhost PROCEDURE move_booked(IN p_appointment BIGINT, IN p_revision INT, IN p_day DATE,
    IN p_start SMALLINT, IN p_minutes SMALLINT, IN p_second_start SMALLINT, IN p_second_minutes SMALLINT,
    IN p_reminder_at DATETIME(3), IN p_offered_online TINYINT)
BEGIN
    DECLARE v_site SMALLINT;
    DECLARE v_reference CHAR(8) COLLATE utf8mb4_bin;
    DECLARE v_revision INT;
    DECLARE v_second BIGINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_revision(p_appointment, p_revision);
    SELECT site_id, reference INTO v_site, v_reference FROM appointment WHERE id = p_appointment;
    SELECT id INTO v_second FROM appointment WHERE reference = v_reference AND part = 2;
    IF (v_second IS NULL) <> (p_second_start IS NULL) OR p_second_start <= p_start THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'no start for each part';
    END IF;
    CALL move_part(p_appointment, p_day, p_start, p_minutes, p_offered_online);
    IF v_second IS NOT NULL THEN
        CALL move_part(v_second, p_day, p_second_start, p_second_minutes, p_offered_online);
    END IF;
    UPDATE mail SET state = 'dropped' WHERE appointment_id = p_appointment AND state = 'waiting';
    INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
    SELECT appointment_id, 'change', p_revision + 1, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
      FROM attendee WHERE appointment_id = p_appointment AND email <> '';
    INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
    SELECT appointment_id, 'reminder', p_revision + 1, 'waiting', p_reminder_at, UTC_TIMESTAMP(3)
      FROM attendee WHERE appointment_id = p_appointment AND email <> '' AND p_reminder_at IS NOT NULL;
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'moved', p_appointment, NULL, NULL);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE move_appointment(IN p_appointment BIGINT, IN p_revision INT, IN p_day DATE,
    IN p_start SMALLINT, IN p_minutes SMALLINT, IN p_second_start SMALLINT, IN p_second_minutes SMALLINT,
    IN p_reminder_at DATETIME(3))
BEGIN
    CALL require_transaction();
    IF NOT EXISTS (SELECT 1 FROM appointment WHERE id = p_appointment AND caller_may(site_id)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    CALL move_booked(first_part(p_appointment), p_revision, p_day, p_start, p_minutes, p_second_start, p_second_minutes,
        p_reminder_at, 0);
END //

-- p_revision: of the visit as the desk has read it; NULL: as it is now.
CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_appointment(IN p_appointment BIGINT, IN p_revision INT,
    IN p_reason VARCHAR(200))
BEGIN
    CALL require_transaction();
    IF NOT EXISTS (SELECT 1 FROM appointment WHERE id = p_appointment AND caller_may(site_id)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    SET p_appointment = first_part(p_appointment);
    IF p_revision IS NOT NULL THEN
        CALL require_revision(p_appointment, p_revision);
    END IF;
    CALL cancel_booked(p_appointment, p_reason);
END //

-- The visit behind a manage link, while the citizen may still change it. p_limit_day, p_limit_minute: what begins then or
-- before is too late to change; p_today: on the site's wall clock.
CREATE DEFINER = accueil_owner@localhost PROCEDURE visit_of_citizen(IN p_manage_hash CHAR(64), IN p_today DATE, IN p_limit_day DATE,
    IN p_limit_minute SMALLINT, OUT p_appointment BIGINT)
BEGIN
    DECLARE v_late TINYINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    CALL require_day(p_today);
    SET p_appointment = NULL;
    SELECT id, (day < p_limit_day OR (day = p_limit_day AND start_minute <= p_limit_minute)) INTO p_appointment, v_late
      FROM appointment WHERE manage_hash = UNHEX(p_manage_hash);
    IF p_appointment IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31008, MESSAGE_TEXT = 'code unknown';
    END IF;
    IF v_late THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31011, MESSAGE_TEXT = 'too late';
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_by_citizen(IN p_manage_hash CHAR(64), IN p_today DATE, IN p_limit_day DATE,
    IN p_limit_minute SMALLINT)
BEGIN
    DECLARE v_appointment BIGINT;
    CALL visit_of_citizen(p_manage_hash, p_today, p_limit_day, p_limit_minute, v_appointment);
    CALL cancel_booked(v_appointment, '');
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE move_by_citizen(IN p_manage_hash CHAR(64), IN p_revision INT, IN p_day DATE,
    IN p_start SMALLINT, IN p_minutes SMALLINT, IN p_second_start SMALLINT, IN p_second_minutes SMALLINT,
    IN p_reminder_at DATETIME(3), IN p_today DATE, IN p_limit_day DATE, IN p_limit_minute SMALLINT)
BEGIN
    DECLARE v_appointment BIGINT;
    CALL visit_of_citizen(p_manage_hash, p_today, p_limit_day, p_limit_minute, v_appointment);
    CALL move_booked(v_appointment, p_revision, p_day, p_start, p_minutes, p_second_start, p_second_minutes, p_reminder_at, 1);
END //

-- What the manage link may show: no name, no address.
CREATE DEFINER = accueil_owner@localhost PROCEDURE appointment_by_manage_token(IN p_manage_hash CHAR(64))
BEGIN
    SELECT a.id, a.reference, a.revision, a.state, IFNULL(a.hold_expires_at, '1970-01-01 00:00:00.000'), a.service_id, a.day,
           a.start_minute, a.minutes, IF(a.state = 'booked', IFNULL(s.check_in_token, ''), ''),
           IFNULL(t.email, '') <> ''
      FROM appointment a
      LEFT JOIN attendee_secret s ON s.appointment_id = a.id
      LEFT JOIN attendee t ON t.appointment_id = a.id
     WHERE a.manage_hash = UNHEX(p_manage_hash);
END //

DELIMITER ;
