-- From the door to a ticket. A kiosk learns nothing of a person here: no name, no address, no birth date.
DELIMITER //

CREATE DEFINER = accueil_owner@localhost PROCEDURE find_by_check_in_token(IN p_hash CHAR(64))
BEGIN
    SELECT a.id, a.site_id = caller_site(), a.state, a.service_id, a.day, a.start_minute, IFNULL(t.id, 0)
      FROM appointment a LEFT JOIN ticket t ON t.appointment_id = a.id
     WHERE a.check_in_hash = UNHEX(p_hash) OR a.legacy_hash = UNHEX(p_hash);
END //

-- Today and the caller's site only; at most p_most questions a minute for a device. Commits by itself, so that the
-- count stays when the caller rolls back: never call it inside a transaction.
CREATE DEFINER = accueil_owner@localhost PROCEDURE find_by_birth_date(IN p_day DATE, IN p_year SMALLINT, IN p_month TINYINT,
    IN p_birth_day TINYINT, IN p_most INT)
BEGIN
    CALL require_day(p_day);
    INSERT INTO guess (account, at) VALUES (caller_account(), UTC_TIMESTAMP(3));
    COMMIT;
    IF (SELECT COUNT(*) FROM guess WHERE account = caller_account() AND at > UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE) > p_most THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31010, MESSAGE_TEXT = 'too many attempts';
    END IF;
    SELECT a.id, a.state, a.service_id, a.start_minute, IFNULL(t.id, 0)
      FROM appointment a
      JOIN attendee p ON p.appointment_id = a.id
      LEFT JOIN ticket t ON t.appointment_id = a.id
     WHERE p.birth_year = p_year AND p.birth_month = p_month AND p.birth_day = p_birth_day
       AND a.day = p_day AND a.site_id = caller_site() AND a.state IN ('booked', 'arrived')
     ORDER BY a.start_minute, a.id;
END //

-- Day and start only, of the visit's first part: what the caller's policy needs to compute the due time.
CREATE DEFINER = accueil_owner@localhost PROCEDURE when_is_appointment(IN p_appointment BIGINT)
BEGIN
    SELECT day, start_minute FROM appointment WHERE id = first_part(p_appointment) AND site_id = caller_site();
END //

-- Appointments of the day that have not arrived yet, by service and start: what the waiting time must reckon with.
CREATE DEFINER = accueil_owner@localhost PROCEDURE still_expected(IN p_day DATE)
BEGIN
    CALL require_day(p_day);
    SELECT a.service_id, a.start_minute, p.procedure_id, COUNT(*)
      FROM appointment a JOIN appointment_procedure p ON p.appointment_id = a.id AND p.position = 1
     WHERE a.site_id = caller_site() AND a.day = p_day AND a.state = 'booked' AND a.part = 1
     GROUP BY a.service_id, a.start_minute, p.procedure_id;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE next_number(IN p_site SMALLINT, IN p_day DATE, IN p_prefix CHAR(1), OUT p_number SMALLINT)
BEGIN
    INSERT INTO ticket_series (site_id, day, prefix, last_number) VALUES (p_site, p_day, p_prefix, 1)
        ON DUPLICATE KEY UPDATE last_number = last_number + 1;
    SELECT last_number INTO p_number FROM ticket_series WHERE site_id = p_site AND day = p_day AND prefix = p_prefix;
END //

-- Every part of the visit arrives with one ticket, which waits for the first part. p_day: today on the site's wall clock.
-- p_due, p_reason: policy, computed by the caller (core/queue/due.h). Call begin_queue first. Answers the ticket's id.
CREATE DEFINER = accueil_owner@localhost PROCEDURE check_in(IN p_appointment BIGINT, IN p_day DATE, IN p_due DATETIME(3),
    IN p_reason VARCHAR(12), IN p_priority TINYINT)
BEGIN
    DECLARE v_site, v_number SMALLINT DEFAULT NULL;
    DECLARE v_state VARCHAR(10) DEFAULT NULL;
    DECLARE v_day DATE;
    DECLARE v_prefix CHAR(1);
    DECLARE v_ticket BIGINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_day(p_day);
    SET p_appointment = first_part(p_appointment);
    SELECT a.site_id, a.state, a.day, s.ticket_prefix INTO v_site, v_state, v_day, v_prefix
      FROM appointment a JOIN service s ON s.id = a.service_id WHERE a.id = p_appointment;
    IF v_state IS NULL OR v_state IN ('held', 'cancelled', 'missed') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31004, MESSAGE_TEXT = 'appointment gone';
    END IF;
    IF NOT v_site <=> caller_site() THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    IF v_day <> p_day THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31006, MESSAGE_TEXT = 'wrong day';
    END IF;
    UPDATE appointment SET state = 'arrived', changed_at = UTC_TIMESTAMP(3) WHERE id = p_appointment AND state = 'booked';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31005, MESSAGE_TEXT = 'already arrived';
    END IF;
    UPDATE appointment a JOIN appointment f ON f.reference = a.reference
       SET a.state = 'arrived', a.changed_at = UTC_TIMESTAMP(3)
     WHERE f.id = p_appointment AND a.part = 2 AND a.state = 'booked';
    CALL next_number(v_site, p_day, v_prefix, v_number);
    INSERT INTO ticket (site_id, day, prefix, number, service_id, waiting_area_id, appointment_id, start_minute, language,
                        state, due, due_reason, priority, next_service_id, arrived_at)
    SELECT a.site_id, p_day, v_prefix, v_number, a.service_id, s.waiting_area_id, a.id, a.start_minute, a.language,
           'waiting', p_due, p_reason, p_priority,
           (SELECT n.service_id FROM appointment n WHERE n.reference = a.reference AND n.part = 2 AND n.state = 'arrived'),
           UTC_TIMESTAMP(3)
      FROM appointment a JOIN service s ON s.id = a.service_id WHERE a.id = p_appointment;
    SET v_ticket = LAST_INSERT_ID();
    INSERT INTO ticket_procedure (ticket_id, position, procedure_id, persons)
    SELECT v_ticket, position, procedure_id, persons FROM appointment_procedure WHERE appointment_id = p_appointment;
    CALL write_event(v_site, 'queue', 'arrived', p_appointment, v_ticket, NULL);
    SELECT v_ticket;
END //

-- A visitor without appointment. Call begin_queue first. Answers the ticket's id.
CREATE DEFINER = accueil_owner@localhost PROCEDURE walk_in(IN p_procedure INT, IN p_day DATE, IN p_due DATETIME(3),
    IN p_priority TINYINT, IN p_language CHAR(2))
BEGIN
    DECLARE v_site, v_service, v_area, v_number, v_quota SMALLINT DEFAULT NULL;
    DECLARE v_prefix CHAR(1);
    DECLARE v_half_hour DATETIME;
    DECLARE v_walk_in VARCHAR(8);
    DECLARE v_walk_ins TINYINT;
    DECLARE v_ticket BIGINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_day(p_day);
    SELECT s.site_id, s.id, s.waiting_area_id, s.ticket_prefix, s.walk_ins, s.walk_in_quota, p.walk_in
      INTO v_site, v_service, v_area, v_prefix, v_walk_ins, v_quota, v_walk_in
      FROM service_procedure p JOIN service s ON s.id = p.service_id
     WHERE p.id = p_procedure AND p.active = 1 AND s.active = 1;
    -- What is urgent a person judges: the reception gives it even while the service's walk-ins are stopped, a device never.
    -- The rest is given by both as long as they are not stopped; what the catalogue keeps for appointments, by nobody.
    IF v_site IS NULL OR NOT v_site <=> caller_site()
       OR NOT (v_walk_in = 'urgent' AND caller_staff() IS NOT NULL OR v_walk_in IN ('yes', 'pickup') AND v_walk_ins = 1) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31016, MESSAGE_TEXT = 'no walk-ins';
    END IF;
    -- So many in each half-hour of the clock, so that appointments stay punctual; urgent ones always.
    SET v_half_hour = UTC_TIMESTAMP() - INTERVAL (MOD(MINUTE(UTC_TIMESTAMP()), 30) * 60 + SECOND(UTC_TIMESTAMP())) SECOND;
    IF v_quota > 0 AND v_walk_in <> 'urgent'
       AND (SELECT COUNT(*) FROM ticket WHERE site_id = v_site AND day = p_day AND prefix = v_prefix AND service_id = v_service
               AND appointment_id IS NULL AND arrived_at >= v_half_hour) >= v_quota THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31033, MESSAGE_TEXT = 'quota of the half-hour';
    END IF;
    CALL next_number(v_site, p_day, v_prefix, v_number);
    INSERT INTO ticket (site_id, day, prefix, number, service_id, waiting_area_id, language, state, due, due_reason,
                        priority, arrived_at)
    VALUES (v_site, p_day, v_prefix, v_number, v_service, v_area, p_language, 'waiting', p_due, 'walk_in',
            p_priority, UTC_TIMESTAMP(3));
    SET v_ticket = LAST_INSERT_ID();
    INSERT INTO ticket_procedure (ticket_id, position, procedure_id, persons) VALUES (v_ticket, 1, p_procedure, 1);
    CALL write_event(v_site, 'queue', 'arrived', NULL, v_ticket, NULL);
    SELECT v_ticket;
END //

-- Who missed the calls has turned up: the same ticket waits again, and its calls are counted anew. p_due: policy, computed by
-- the caller (core/queue/due.h). Call begin_queue first.
CREATE DEFINER = accueil_owner@localhost PROCEDURE put_back(IN p_ticket BIGINT, IN p_day DATE, IN p_due DATETIME(3))
BEGIN
    CALL require_day(p_day);
    UPDATE ticket
       SET state = 'waiting', due = p_due, due_reason = 'back', calls_before = calls, counter_id = NULL, kept_counter_id = NULL,
           kept_until = NULL, called_at = NULL, last_called_at = NULL, serving_at = NULL, ended_at = NULL, ended_from = NULL,
           parked_at = NULL, parked_seconds = 0, back_at = NULL
     WHERE id = p_ticket AND site_id = caller_site() AND day = p_day AND state = 'missed';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    CALL write_event(caller_site(), 'queue', 'back', NULL, p_ticket, NULL);
END //

DELIMITER ;
