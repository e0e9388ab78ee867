-- Set aside, sent on, taken back. Each routine runs after begin_queue, in the caller's transaction, and writes one event.
DELIMITER //

-- The visitor steps aside and keeps his place: the counter is free, and the ticket is kept for it. p_back: when he means to be
-- back, or NULL.
CREATE DEFINER = accueil_owner@localhost PROCEDURE park_visitor(IN p_counter SMALLINT, IN p_reason VARCHAR(16), IN p_back DATETIME(3))
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    -- Set aside a second time before he was served again: away since the first time.
    UPDATE ticket
       SET state = 'parked', parked_at = IFNULL(parked_at, UTC_TIMESTAMP(3)), reason = p_reason, back_at = p_back,
           kept_counter_id = p_counter, kept_until = NULL
     WHERE id = v_ticket AND state IN ('called', 'serving');
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    UPDATE counter_state SET ticket_id = NULL, ended_ticket_id = NULL WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'parked', NULL, v_ticket, p_counter);
    CALL end_help_at(p_counter);
END //

-- Back at the counter that set him aside, or at another one once nobody sits there.
CREATE DEFINER = accueil_owner@localhost PROCEDURE resume_visitor(IN p_ticket BIGINT, IN p_counter SMALLINT, IN p_day DATE,
    IN p_at_once TINYINT)
BEGIN
    DECLARE v_kept SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT kept_counter_id INTO v_kept FROM ticket
     WHERE id = p_ticket AND state = 'parked' AND day = p_day AND site_id = caller_site();
    IF v_kept IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    IF v_kept <> p_counter AND EXISTS (SELECT 1 FROM counter_state WHERE counter_id = v_kept AND staff_id IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31031, MESSAGE_TEXT = 'kept for another counter';
    END IF;
    CALL take_at_counter(p_ticket, p_counter);
    UPDATE ticket SET calls_before = calls WHERE id = p_ticket; -- he was there; now he is called to come back
    CALL bring_to_counter(p_ticket, p_counter, p_at_once);
END //

-- Back in the waiting room, in the place he had; kept so many minutes for the counter that set him aside, if somebody sits there.
CREATE DEFINER = accueil_owner@localhost PROCEDURE unpark_visitor(IN p_ticket BIGINT, IN p_kept_minutes SMALLINT)
BEGIN
    UPDATE ticket t LEFT JOIN counter_state s ON s.counter_id = t.kept_counter_id AND s.staff_id IS NOT NULL
       SET t.state = 'waiting', t.kept_counter_id = s.counter_id,
           t.kept_until = IF(s.counter_id IS NULL, NULL, UTC_TIMESTAMP(3) + INTERVAL p_kept_minutes MINUTE), t.back_at = NULL,
           t.reason = '', t.calls_before = t.calls, t.counter_id = NULL, t.last_called_at = NULL
     WHERE t.id = p_ticket AND t.state = 'parked' AND t.site_id = caller_site();
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    CALL write_event(caller_site(), 'queue', 'unparked', NULL, p_ticket, NULL);
END //

-- To another service, another counter, or both. p_service: where he waits now; p_procedure: what for, or NULL to keep (same service)
-- or forget (another one). p_to_counter: kept for it until somebody else sits there, or NULL. p_second: what was to be done here is
-- done, and the next service begins a new wait (due now); otherwise the place in the order stays.
CREATE DEFINER = accueil_owner@localhost PROCEDURE transfer_visitor(IN p_counter SMALLINT, IN p_service SMALLINT, IN p_procedure INT,
    IN p_to_counter SMALLINT, IN p_second TINYINT, IN p_priority_minutes SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    DECLARE v_was, v_kept SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL visitor_of(p_counter, v_ticket);
    SELECT service_id INTO v_was FROM ticket WHERE id = v_ticket AND state IN ('called', 'serving');
    IF v_was IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM service WHERE id = p_service AND site_id = caller_site() AND active = 1) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    IF p_to_counter IS NOT NULL AND NOT EXISTS (SELECT 1 FROM counter_state s JOIN counter c ON c.id = s.counter_id
                                                 WHERE c.id = p_to_counter AND c.site_id = caller_site() AND c.id <> p_counter
                                                   AND s.staff_id IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31014, MESSAGE_TEXT = 'counter closed';
    END IF;
    CALL keep_turn(v_ticket, p_second);
    CALL wait_again(v_ticket, p_service);
    IF p_service <> v_was OR p_procedure IS NOT NULL THEN
        DELETE FROM ticket_procedure WHERE ticket_id = v_ticket;
        IF p_procedure IS NOT NULL THEN
            INSERT INTO ticket_procedure (ticket_id, position, procedure_id, persons) VALUES (v_ticket, 1, p_procedure, 1);
        END IF;
    END IF;
    UPDATE ticket
       SET kept_counter_id = p_to_counter,
           due_reason = IF(p_second = 1, 'second', due_reason),
           due = IF(p_second = 1, UTC_TIMESTAMP(3) - INTERVAL (priority * p_priority_minutes) MINUTE, due)
     WHERE id = v_ticket;
    UPDATE counter_state SET ticket_id = NULL, ended_ticket_id = NULL WHERE counter_id = p_counter;
    CALL write_audit('ticket', v_ticket, 'sent_on', '');
    CALL write_event(caller_site(), 'queue', 'transferred', NULL, v_ticket, p_counter);
    CALL end_help_at(p_counter);
END //

-- The part of a linked visit that this turn was, again at its counter, with the times it had.
CREATE DEFINER = accueil_owner@localhost PROCEDURE turn_back(IN p_ticket BIGINT, IN p_turn TINYINT)
BEGIN
    DECLARE v_from VARCHAR(8);
    DECLARE v_next SMALLINT;
    DECLARE v_part TINYINT;
    DECLARE v_calls_before SMALLINT;
    DECLARE v_called DATETIME(3);
    DECLARE v_appointment BIGINT;
    SELECT COUNT(*) INTO v_calls_before FROM ticket_call
     WHERE ticket_id = p_ticket
       AND called_at <= (SELECT MAX(ended_at) FROM ticket_turn WHERE ticket_id = p_ticket AND turn < p_turn);
    SELECT MAX(c.called_at) INTO v_called
      FROM ticket_call c JOIN ticket_turn r ON r.ticket_id = c.ticket_id AND r.turn = p_turn
     WHERE c.ticket_id = p_ticket AND c.called_at <= r.ended_at;
    SELECT t.ended_from, t.service_id, t.part - 1, a.id INTO v_from, v_next, v_part, v_appointment
      FROM ticket t JOIN appointment f ON f.id = t.appointment_id
      JOIN appointment a ON a.reference = f.reference AND a.part = t.part - 1
     WHERE t.id = p_ticket;
    UPDATE ticket t
      JOIN ticket_turn r ON r.ticket_id = t.id AND r.turn = p_turn
      JOIN service s ON s.id = r.service_id
      JOIN appointment a ON a.id = v_appointment
       SET t.state = v_from, t.ended_from = NULL, t.next_service_id = v_next, t.part = v_part,
           t.service_id = r.service_id, t.waiting_area_id = s.waiting_area_id, t.start_minute = a.start_minute,
           t.due = IFNULL(r.due, t.due), t.due_reason = r.due_reason, t.counter_id = r.counter_id, t.called_at = r.called_at,
           t.last_called_at = v_called, t.calls_before = v_calls_before, t.parked_seconds = r.parked_seconds,
           -- As keep_turn() makes it when the service had not begun.
           t.serving_at = IF(v_from = 'called' AND r.serving_at = v_called, NULL, r.serving_at)
     WHERE t.id = p_ticket;
    DELETE FROM ticket_procedure WHERE ticket_id = p_ticket;
    INSERT INTO ticket_procedure (ticket_id, position, procedure_id, persons)
    SELECT p_ticket, position, procedure_id, persons FROM appointment_procedure WHERE appointment_id = v_appointment;
    DELETE FROM ticket_turn WHERE ticket_id = p_ticket AND turn = p_turn;
END //

-- Takes a mis-click on "finish" or "no-show" back, within p_seconds: the ticket is here again as it was, with the times it had.
CREATE DEFINER = accueil_owner@localhost PROCEDURE take_end_back(IN p_counter SMALLINT, IN p_seconds SMALLINT)
BEGIN
    DECLARE v_ticket, v_ended BIGINT DEFAULT NULL;
    DECLARE v_turn TINYINT DEFAULT NULL;
    DECLARE v_state VARCHAR(8);
    DECLARE v_now DATETIME(3);
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL visitor_of(p_counter, v_ticket);
    IF v_ticket IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'counter busy';
    END IF;
    SET v_now = UTC_TIMESTAMP(3);
    SELECT t.id, t.state INTO v_ended, v_state
      FROM counter_state s JOIN ticket t ON t.id = s.ended_ticket_id WHERE s.counter_id = p_counter;
    IF v_state IN ('done', 'missed') THEN
        UPDATE ticket
           SET state = ended_from, ended_at = NULL, ended_from = NULL,
               serving_at = IF(serving_guessed = 1, NULL, serving_at), serving_guessed = 0
         WHERE id = v_ended AND counter_id = p_counter AND ended_at > v_now - INTERVAL p_seconds SECOND;
        IF ROW_COUNT() = 0 THEN SET v_ended = NULL; END IF;
    ELSEIF v_state = 'waiting' THEN
        -- He went on to the next service of a linked visit and has not been called there.
        SELECT MAX(r.turn) INTO v_turn FROM ticket_turn r JOIN ticket t ON t.id = r.ticket_id
         WHERE r.ticket_id = v_ended AND r.counter_id = p_counter AND r.ended_at > v_now - INTERVAL p_seconds SECOND
           AND t.part > 1 AND t.ended_from IS NOT NULL;
        IF v_turn IS NULL THEN
            SET v_ended = NULL;
        ELSE
            CALL turn_back(v_ended, v_turn);
        END IF;
    ELSE
        SET v_ended = NULL;
    END IF;
    IF v_ended IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31011, MESSAGE_TEXT = 'too late';
    END IF;
    UPDATE counter_state SET ticket_id = v_ended, ended_ticket_id = NULL WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'taken_back', NULL, v_ended, p_counter);
END //

DELIMITER ;
