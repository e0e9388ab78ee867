-- What happens at a counter. Each routine runs after begin_queue, in the caller's transaction, and writes one event.
DELIMITER //

-- The visitor of the counter where the caller sits; refuses strangers and empty counters.
CREATE DEFINER = accueil_owner@localhost PROCEDURE visitor_of(IN p_counter SMALLINT, OUT p_ticket BIGINT)
BEGIN
    DECLARE v_staff INT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SET p_ticket = NULL;
    SELECT staff_id, ticket_id INTO v_staff, p_ticket FROM counter_state WHERE counter_id = p_counter;
    IF v_staff IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31014, MESSAGE_TEXT = 'counter closed';
    END IF;
    IF NOT v_staff <=> caller_staff() THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31018, MESSAGE_TEXT = 'not your counter';
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE open_counter(IN p_counter SMALLINT)
BEGIN
    DECLARE v_staff INT;
    IF NOT EXISTS (SELECT 1 FROM counter WHERE id = p_counter AND site_id = caller_site() AND active = 1) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    SET v_staff = caller_staff();
    IF EXISTS (SELECT 1 FROM counter_state WHERE staff_id = v_staff AND counter_id <> p_counter AND ticket_id IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'a visitor is still at the other counter';
    END IF;
    UPDATE counter_state SET staff_id = NULL, opened_at = NULL WHERE staff_id = v_staff AND counter_id <> p_counter;
    INSERT IGNORE INTO counter_state (counter_id) VALUES (p_counter);
    UPDATE counter_state SET staff_id = v_staff, opened_at = UTC_TIMESTAMP(3), paused_at = NULL
     WHERE counter_id = p_counter AND staff_id IS NULL;
    IF ROW_COUNT() = 0 AND NOT EXISTS (SELECT 1 FROM counter_state WHERE counter_id = p_counter AND staff_id = v_staff) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31018, MESSAGE_TEXT = 'taken by a colleague';
    END IF;
    CALL write_event(caller_site(), 'queue', 'counter_opened', NULL, NULL, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE close_counter(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    IF v_ticket IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'counter busy';
    END IF;
    UPDATE counter_state SET staff_id = NULL, opened_at = NULL, paused_at = NULL WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'counter_closed', NULL, NULL, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE call_ticket(IN p_ticket BIGINT, IN p_counter SMALLINT)
BEGIN
    DECLARE v_busy BIGINT;
    DECLARE v_now DATETIME(3);
    CALL visitor_of(p_counter, v_busy);
    UPDATE counter_state SET ticket_id = p_ticket WHERE counter_id = p_counter AND ticket_id IS NULL;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'counter busy';
    END IF;
    SET v_now = UTC_TIMESTAMP(3);
    UPDATE ticket
       SET state = 'called', counter_id = p_counter, calls = calls + 1, called_at = v_now, last_called_at = v_now,
           kept_counter_id = NULL, kept_until = NULL
     WHERE id = p_ticket AND state = 'waiting' AND site_id = caller_site();
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31012, MESSAGE_TEXT = 'ticket not waiting';
    END IF;
    INSERT INTO ticket_call (ticket_id, call_no, counter_id, called_at)
    SELECT id, calls, p_counter, v_now FROM ticket WHERE id = p_ticket;
    CALL write_event(caller_site(), 'queue', 'called', NULL, p_ticket, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE call_again(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    DECLARE v_now DATETIME(3);
    CALL visitor_of(p_counter, v_ticket);
    SET v_now = UTC_TIMESTAMP(3);
    UPDATE ticket SET calls = calls + 1, last_called_at = v_now WHERE id = v_ticket AND state = 'called';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    INSERT INTO ticket_call (ticket_id, call_no, counter_id, called_at)
    SELECT id, calls, p_counter, v_now FROM ticket WHERE id = v_ticket;
    CALL write_event(caller_site(), 'queue', 'recalled', NULL, v_ticket, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE visitor_is_here(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    UPDATE ticket SET state = 'serving', serving_at = UTC_TIMESTAMP(3) WHERE id = v_ticket AND state = 'called';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    CALL write_event(caller_site(), 'queue', 'serving', NULL, v_ticket, p_counter);
END //

-- p_calls: how many calls the site wants before.
CREATE DEFINER = accueil_owner@localhost PROCEDURE visitor_missed(IN p_counter SMALLINT, IN p_calls SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    IF EXISTS (SELECT 1 FROM ticket WHERE id = v_ticket AND state = 'called' AND calls - calls_before < p_calls) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31023, MESSAGE_TEXT = 'call again first';
    END IF;
    UPDATE ticket SET state = 'missed', ended_at = UTC_TIMESTAMP(3) WHERE id = v_ticket AND state = 'called';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    UPDATE counter_state SET ticket_id = NULL WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'missed', NULL, v_ticket, p_counter);
END //

-- The same ticket waits for the next part of a linked visit; what was is kept as a turn. p_went_on says whether there was one.
CREATE DEFINER = accueil_owner@localhost PROCEDURE go_on(IN p_ticket BIGINT, IN p_priority_minutes SMALLINT, OUT p_went_on TINYINT)
BEGIN
    DECLARE v_next BIGINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT n.id INTO v_next
      FROM ticket t JOIN appointment f ON f.id = t.appointment_id
      JOIN appointment n ON n.reference = f.reference AND n.part = t.part + 1
     WHERE t.id = p_ticket AND n.state = 'arrived';
    SET p_went_on = v_next IS NOT NULL;
    IF p_went_on THEN
        INSERT INTO ticket_turn (ticket_id, turn, service_id, procedure_id, counter_id, waiting_from, called_at, serving_at, ended_at)
        SELECT t.id, t.part, t.service_id,
               (SELECT p.procedure_id FROM ticket_procedure p WHERE p.ticket_id = t.id ORDER BY p.position LIMIT 1),
               t.counter_id, t.arrived_at, t.called_at, IFNULL(t.serving_at, t.last_called_at), UTC_TIMESTAMP(3)
          FROM ticket t WHERE t.id = p_ticket;
        UPDATE ticket t JOIN appointment n ON n.id = v_next JOIN service s ON s.id = n.service_id
           SET t.state = 'waiting', t.part = n.part, t.service_id = n.service_id, t.waiting_area_id = s.waiting_area_id,
               t.start_minute = n.start_minute, t.due = UTC_TIMESTAMP(3) - INTERVAL (t.priority * p_priority_minutes) MINUTE,
               t.due_reason = 'second', t.calls_before = t.calls, t.counter_id = NULL, t.called_at = NULL,
               t.last_called_at = NULL, t.serving_at = NULL, t.next_service_id = NULL
         WHERE t.id = p_ticket;
        DELETE FROM ticket_procedure WHERE ticket_id = p_ticket;
        INSERT INTO ticket_procedure (ticket_id, position, procedure_id, persons)
        SELECT p_ticket, position, procedure_id, persons FROM appointment_procedure WHERE appointment_id = v_next;
    END IF;
END //

-- Also from 'called': an agent in a hurry may forget to say that the visitor is here. p_priority_minutes: what priority is
-- worth when the visitor goes on to a second service.
CREATE DEFINER = accueil_owner@localhost PROCEDURE finish_visit(IN p_counter SMALLINT, IN p_priority_minutes SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    DECLARE v_went_on TINYINT;
    CALL visitor_of(p_counter, v_ticket);
    IF NOT EXISTS (SELECT 1 FROM ticket WHERE id = v_ticket AND state IN ('called', 'serving')) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    UPDATE counter_state SET ticket_id = NULL WHERE counter_id = p_counter;
    CALL go_on(v_ticket, p_priority_minutes, v_went_on);
    IF NOT v_went_on THEN
        UPDATE ticket SET state = 'done', serving_at = IFNULL(serving_at, last_called_at), ended_at = UTC_TIMESTAMP(3)
         WHERE id = v_ticket;
    END IF;
    CALL write_event(caller_site(), 'queue', IF(v_went_on, 'went_on', 'done'), NULL, v_ticket, p_counter);
END //

DELIMITER ;
