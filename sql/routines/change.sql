-- Cancel and move, for the desk and the citizen. Every routine here runs inside the caller's transaction.
DELIMITER //

-- The one way to cancel, for the desk and the citizen alike.
CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_booked(IN p_appointment BIGINT, IN p_reason VARCHAR(200))
BEGIN
    DECLARE v_site, v_service, v_start, v_minutes SMALLINT DEFAULT NULL;
    DECLARE v_day DATE;
    DECLARE v_online TINYINT;
    DECLARE v_revision INT;
    DECLARE v_state VARCHAR(10) DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    UPDATE appointment SET state = 'cancelled', revision = revision + 1, changed_at = UTC_TIMESTAMP(3)
     WHERE id = p_appointment AND state = 'booked';
    IF ROW_COUNT() = 0 THEN
        SELECT state INTO v_state FROM appointment WHERE id = p_appointment;
        IF v_state = 'arrived' THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31005, MESSAGE_TEXT = 'already arrived';
        END IF;
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    END IF;
    SELECT site_id, service_id, day, start_minute, minutes, channel = 'online', revision
      INTO v_site, v_service, v_day, v_start, v_minutes, v_online, v_revision
      FROM appointment WHERE id = p_appointment;
    CALL give_granules_back(v_service, v_day, v_start, v_minutes, v_online);
    UPDATE attendee SET cancel_reason = p_reason WHERE appointment_id = p_appointment AND p_reason <> '';
    UPDATE mail SET state = 'dropped' WHERE appointment_id = p_appointment AND state = 'waiting';
    INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)
    SELECT appointment_id, 'cancellation', v_revision, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
      FROM attendee WHERE appointment_id = p_appointment AND email <> '';
    CALL raise_version(v_site, 'agenda');
    CALL write_event(v_site, 'agenda', 'cancelled', p_appointment, NULL, NULL);
END //

-- The one way to move, for the desk and the citizen alike: the same length, another day or start. Only the difference is
-- taken and given back, so an overlapping start needs no second place. Reference and tokens stay.
-- p_offered_online: only to where online booking still has a place, whatever the appointment itself counts as.
CREATE DEFINER = accueil_owner@localhost PROCEDURE move_booked(IN p_appointment BIGINT, IN p_revision INT, IN p_day DATE,
    IN p_start SMALLINT, IN p_reminder_at DATETIME(3), IN p_offered_online TINYINT)
BEGIN
    DECLARE v_site, v_service, v_start, v_minutes, v_granule, v_granules, v_wanted SMALLINT DEFAULT NULL;
    DECLARE v_opening INT DEFAULT NULL;
    DECLARE v_day DATE;
    DECLARE v_online TINYINT;
    DECLARE v_state VARCHAR(10);
    DECLARE v_revision INT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT site_id, service_id, day, start_minute, minutes, channel = 'online', state, revision
      INTO v_site, v_service, v_day, v_start, v_minutes, v_online, v_state, v_revision
      FROM appointment WHERE id = p_appointment;
    IF v_state = 'arrived' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31005, MESSAGE_TEXT = 'already arrived';
    ELSEIF v_state IS NULL OR v_state <> 'booked' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    ELSEIF v_revision <> p_revision THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
    END IF;
    SELECT opening_id, minutes INTO v_opening, v_granule
      FROM slot WHERE service_id = v_service AND day = p_day AND start_minute = p_start;
    IF v_opening IS NULL OR v_minutes MOD v_granule <> 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'no such slot';
    END IF;

    -- How many granules the new span has, and how many of them are not already ours.
    SELECT COUNT(*), COUNT(*) - IFNULL(SUM(day = v_day AND start_minute >= v_start AND start_minute < v_start + v_minutes), 0)
      INTO v_granules, v_wanted FROM slot
     WHERE service_id = v_service AND day = p_day AND opening_id = v_opening
       AND start_minute >= p_start AND start_minute < p_start + v_minutes;
    IF v_granules * v_granule <> v_minutes THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31003, MESSAGE_TEXT = 'the span leaves the opening';
    END IF;
    CALL end_expired_holds(v_service, p_day, p_start, v_minutes);
    UPDATE slot
       SET booked = booked + 1, booked_online = booked_online + v_online
     WHERE service_id = v_service AND day = p_day AND opening_id = v_opening
       AND start_minute >= p_start AND start_minute < p_start + v_minutes
       AND NOT (day = v_day AND start_minute >= v_start AND start_minute < v_start + v_minutes)
       AND minutes = v_granule AND booked < capacity AND ((v_online = 0 AND p_offered_online = 0) OR booked_online < capacity_online);
    IF ROW_COUNT() <> v_wanted THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31001, MESSAGE_TEXT = 'slot taken';
    END IF;
    UPDATE slot
       SET booked_online = booked_online - v_online, booked = booked - 1, excess = GREATEST(booked - capacity, 0)
     WHERE service_id = v_service AND day = v_day AND start_minute >= v_start AND start_minute < v_start + v_minutes
       AND NOT (day = p_day AND start_minute >= p_start AND start_minute < p_start + v_minutes);
    UPDATE appointment
       SET day = p_day, start_minute = p_start, revision = revision + 1, changed_at = UTC_TIMESTAMP(3)
     WHERE id = p_appointment AND state = 'booked' AND revision = p_revision;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31024, MESSAGE_TEXT = 'changed meanwhile';
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
    IN p_start SMALLINT, IN p_reminder_at DATETIME(3))
BEGIN
    CALL require_transaction();
    IF NOT EXISTS (SELECT 1 FROM appointment WHERE id = p_appointment AND caller_may(site_id)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    CALL move_booked(p_appointment, p_revision, p_day, p_start, p_reminder_at, 0);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_appointment(IN p_appointment BIGINT, IN p_reason VARCHAR(200))
BEGIN
    CALL require_transaction();
    IF NOT EXISTS (SELECT 1 FROM appointment WHERE id = p_appointment AND caller_may(site_id)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    CALL cancel_booked(p_appointment, p_reason);
END //

-- p_day, p_minute: now on the site's wall clock; what has begun can no longer be cancelled by the citizen.
CREATE DEFINER = accueil_owner@localhost PROCEDURE cancel_by_citizen(IN p_manage_hash CHAR(64), IN p_day DATE, IN p_minute SMALLINT)
BEGIN
    DECLARE v_appointment BIGINT DEFAULT NULL;
    DECLARE v_late TINYINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    CALL require_day(p_day);
    SELECT id, (day < p_day OR (day = p_day AND start_minute <= p_minute)) INTO v_appointment, v_late
      FROM appointment WHERE manage_hash = UNHEX(p_manage_hash);
    IF v_appointment IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31008, MESSAGE_TEXT = 'code unknown';
    END IF;
    IF v_late THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31011, MESSAGE_TEXT = 'too late';
    END IF;
    CALL cancel_booked(v_appointment, '');
END //

-- p_today, p_minute: now on the site's wall clock, as for cancel_by_citizen.
CREATE DEFINER = accueil_owner@localhost PROCEDURE move_by_citizen(IN p_manage_hash CHAR(64), IN p_revision INT, IN p_day DATE,
    IN p_start SMALLINT, IN p_reminder_at DATETIME(3), IN p_today DATE, IN p_minute SMALLINT)
BEGIN
    DECLARE v_appointment BIGINT DEFAULT NULL;
    DECLARE v_late TINYINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_transaction();
    CALL require_day(p_today);
    SELECT id, (day < p_today OR (day = p_today AND start_minute <= p_minute)) INTO v_appointment, v_late
      FROM appointment WHERE manage_hash = UNHEX(p_manage_hash);
    IF v_appointment IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31008, MESSAGE_TEXT = 'code unknown';
    END IF;
    IF v_late THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31011, MESSAGE_TEXT = 'too late';
    END IF;
    CALL move_booked(v_appointment, p_revision, p_day, p_start, p_reminder_at, 1);
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
