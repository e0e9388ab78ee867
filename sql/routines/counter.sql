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

-- Whoever was kept for a counter that nobody sits at is everybody's again, in his place.
CREATE DEFINER = accueil_owner@localhost PROCEDURE free_kept(IN p_counter SMALLINT)
BEGIN
    UPDATE ticket SET kept_counter_id = NULL, kept_until = NULL
     WHERE site_id = caller_site() AND state = 'waiting' AND kept_counter_id = p_counter
       AND day >= UTC_DATE() - INTERVAL 1 DAY;
END //

-- Nobody sits there any more: who was kept for it is everybody's, and no help is needed. A visitor is the caller's matter.
CREATE DEFINER = accueil_owner@localhost PROCEDURE leave_counter(IN p_counter SMALLINT)
BEGIN
    UPDATE counter_state
       SET staff_id = NULL, opened_at = NULL, paused_at = NULL, pause_reason = '', ended_ticket_id = NULL
     WHERE counter_id = p_counter;
    CALL free_kept(p_counter);
    CALL end_help_at(p_counter);
END //

-- Leaves every counter where this person sits, but one.
CREATE DEFINER = accueil_owner@localhost PROCEDURE leave_counters(IN p_staff INT, IN p_but SMALLINT)
BEGIN
    DECLARE v_left SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT counter_id INTO v_left FROM counter_state WHERE staff_id = p_staff AND counter_id <> p_but;
    IF v_left IS NOT NULL THEN
        CALL leave_counter(v_left);
    END IF;
END //

-- Closes the counters without visitor that were opened before this moment and never closed: their people have gone home.
-- No event of its own: the act that comes with it writes one.
CREATE DEFINER = accueil_owner@localhost PROCEDURE leave_forgotten(IN p_before DATETIME(3))
BEGIN
    DECLARE v_counter SMALLINT DEFAULT NULL;
    REPEAT
        SELECT MIN(s.counter_id) INTO v_counter
          FROM counter_state s JOIN counter c ON c.id = s.counter_id
         WHERE c.site_id = caller_site() AND s.staff_id IS NOT NULL AND s.ticket_id IS NULL AND s.opened_at < p_before;
        IF v_counter IS NOT NULL THEN
            CALL leave_counter(v_counter);
        END IF;
    UNTIL v_counter IS NULL END REPEAT;
END //

-- This person sits down, and leaves the counter where he sat, unless a visitor is there.
CREATE DEFINER = accueil_owner@localhost PROCEDURE seat_at(IN p_counter SMALLINT, IN p_staff INT)
BEGIN
    IF NOT EXISTS (SELECT 1 FROM counter WHERE id = p_counter AND site_id = caller_site() AND active = 1) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    IF EXISTS (SELECT 1 FROM counter_state WHERE staff_id = p_staff AND counter_id <> p_counter AND ticket_id IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'a visitor is still at the other counter';
    END IF;
    CALL leave_counters(p_staff, p_counter);
    INSERT IGNORE INTO counter_state (counter_id) VALUES (p_counter);
    UPDATE counter_state
       SET staff_id = p_staff, opened_at = UTC_TIMESTAMP(3), paused_at = NULL, pause_reason = '', ended_ticket_id = NULL
     WHERE counter_id = p_counter AND staff_id IS NULL;
    IF ROW_COUNT() = 0 AND NOT EXISTS (SELECT 1 FROM counter_state WHERE counter_id = p_counter AND staff_id = p_staff) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31018, MESSAGE_TEXT = 'taken by a colleague';
    END IF;
    CALL write_event(caller_site(), 'queue', 'counter_opened', NULL, NULL, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE open_counter(IN p_counter SMALLINT)
BEGIN
    CALL seat_at(p_counter, caller_staff());
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE close_counter(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    IF v_ticket IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'counter busy';
    END IF;
    CALL leave_counter(p_counter);
    CALL write_event(caller_site(), 'queue', 'counter_closed', NULL, NULL, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE pause_counter(IN p_counter SMALLINT, IN p_reason VARCHAR(16))
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    IF v_ticket IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'counter busy';
    END IF;
    UPDATE counter_state SET paused_at = IFNULL(paused_at, UTC_TIMESTAMP(3)), pause_reason = p_reason
     WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'paused', NULL, NULL, p_counter);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE continue_counter(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    UPDATE counter_state SET paused_at = NULL, pause_reason = '' WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'continued', NULL, NULL, p_counter);
END //

-- The visitor is this counter's, and everybody is told. p_at_once: the site has no step between called and served.
-- The caller has made sure of the ticket's state in the same transaction, which is alone at its site.
CREATE DEFINER = accueil_owner@localhost PROCEDURE bring_to_counter(IN p_ticket BIGINT, IN p_counter SMALLINT, IN p_at_once TINYINT)
BEGIN
    DECLARE v_now DATETIME(3);
    SET v_now = UTC_TIMESTAMP(3);
    UPDATE ticket
       SET state = IF(p_at_once = 1, 'serving', 'called'), counter_id = p_counter, calls = calls + 1,
           called_at = v_now, last_called_at = v_now, kept_counter_id = NULL, kept_until = NULL, back_at = NULL, reason = '',
           ended_from = NULL, -- the end before this call is not taken back any more
           parked_seconds = parked_seconds
               + IF(p_at_once = 1 AND parked_at IS NOT NULL AND serving_at IS NOT NULL,
                    TIMESTAMPDIFF(SECOND, parked_at, v_now), 0),
           parked_at = IF(p_at_once = 1, NULL, parked_at),
           serving_at = IF(p_at_once = 1, IFNULL(serving_at, v_now), serving_at)
     WHERE id = p_ticket;
    INSERT INTO ticket_call (ticket_id, call_no, counter_id, called_at)
    SELECT id, calls, p_counter, v_now FROM ticket WHERE id = p_ticket;
    CALL write_event(caller_site(), 'queue', 'called', NULL, p_ticket, p_counter);
END //

-- Refuses unless the caller sits here, is not paused and has no visitor.
CREATE DEFINER = accueil_owner@localhost PROCEDURE ready_for_visitor(IN p_counter SMALLINT)
BEGIN
    DECLARE v_busy BIGINT;
    CALL visitor_of(p_counter, v_busy);
    IF EXISTS (SELECT 1 FROM counter_state WHERE counter_id = p_counter AND paused_at IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31028, MESSAGE_TEXT = 'counter paused';
    END IF;
    IF v_busy IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31013, MESSAGE_TEXT = 'counter busy';
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE take_at_counter(IN p_ticket BIGINT, IN p_counter SMALLINT)
BEGIN
    CALL ready_for_visitor(p_counter);
    -- Whoever works on through the night has not forgotten the counter.
    UPDATE counter_state
       SET ticket_id = p_ticket, ended_ticket_id = NULL,
           opened_at = IF(opened_at < UTC_TIMESTAMP(3) - INTERVAL 12 HOUR, UTC_TIMESTAMP(3), opened_at)
     WHERE counter_id = p_counter;
END //

-- p_ticket: NULL when nobody waits; what the counter does not allow is refused first. p_day: today on the site's wall clock.
-- p_picked: out of order, by a click on this ticket; the site says who may
-- (setting queue.pick_from: 0 nobody, 1 agents, 2 supervisors). A visitor kept for another counter is not taken from it.
CREATE DEFINER = accueil_owner@localhost PROCEDURE call_ticket(IN p_ticket BIGINT, IN p_counter SMALLINT, IN p_day DATE,
    IN p_at_once TINYINT, IN p_picked TINYINT)
BEGIN
    DECLARE v_pick_from INT DEFAULT 1;
    DECLARE v_state VARCHAR(8) DEFAULT NULL;
    DECLARE v_site, v_kept SMALLINT DEFAULT NULL;
    DECLARE v_until DATETIME(3);
    DECLARE v_day DATE;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    IF p_ticket IS NULL THEN
        CALL ready_for_visitor(p_counter);
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31021, MESSAGE_TEXT = 'nobody is waiting';
    END IF;
    SELECT state, site_id, day, kept_counter_id, kept_until INTO v_state, v_site, v_day, v_kept, v_until
      FROM ticket WHERE id = p_ticket;
    IF NOT v_site <=> caller_site() THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    IF NOT v_day <=> p_day THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31006, MESSAGE_TEXT = 'wrong day';
    END IF;
    IF v_state <> 'waiting' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31012, MESSAGE_TEXT = 'ticket not waiting';
    END IF;
    IF p_picked = 1 THEN
        SELECT CAST(value AS SIGNED) INTO v_pick_from FROM site_setting WHERE site_id = v_site AND name = 'queue.pick_from';
        IF v_pick_from = 0 OR v_pick_from = 2 AND NOT caller_supervises() THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31029, MESSAGE_TEXT = 'in order only';
        END IF;
        IF v_kept <> p_counter AND (v_until IS NULL OR v_until > UTC_TIMESTAMP(3)) THEN
            SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31031, MESSAGE_TEXT = 'kept for another counter';
        END IF;
    END IF;
    CALL take_at_counter(p_ticket, p_counter);
    CALL bring_to_counter(p_ticket, p_counter, p_at_once);
END //

-- p_at_once: the site has no step between called and served, and whoever does not come is "serving".
CREATE DEFINER = accueil_owner@localhost PROCEDURE call_again(IN p_counter SMALLINT, IN p_at_once TINYINT)
BEGIN
    DECLARE v_ticket BIGINT;
    DECLARE v_now DATETIME(3);
    CALL visitor_of(p_counter, v_ticket);
    SET v_now = UTC_TIMESTAMP(3);
    -- A service that was only supposed to have begun with the last call begins with this one.
    UPDATE ticket
       SET calls = calls + 1, serving_at = IF(serving_at = last_called_at, v_now, serving_at), last_called_at = v_now
     WHERE id = v_ticket AND (state = 'called' OR (state = 'serving' AND p_at_once = 1));
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
    -- Back from being set aside: the visit goes on, the time away does not count; before it began it is no part of it.
    UPDATE ticket
       SET state = 'serving',
           parked_seconds = parked_seconds
               + IF(serving_at IS NULL, 0, IFNULL(TIMESTAMPDIFF(SECOND, parked_at, UTC_TIMESTAMP(3)), 0)),
           parked_at = NULL, serving_at = IFNULL(serving_at, UTC_TIMESTAMP(3))
     WHERE id = v_ticket AND state = 'called';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    CALL write_event(caller_site(), 'queue', 'serving', NULL, v_ticket, p_counter);
END //

-- p_calls: how many calls the site wants before. p_at_once: as in call_again().
CREATE DEFINER = accueil_owner@localhost PROCEDURE visitor_missed(IN p_counter SMALLINT, IN p_calls SMALLINT, IN p_at_once TINYINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    IF EXISTS (SELECT 1 FROM ticket WHERE id = v_ticket AND calls - calls_before < p_calls
                  AND (state = 'called' OR (state = 'serving' AND p_at_once = 1))) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31023, MESSAGE_TEXT = 'call again first';
    END IF;
    UPDATE ticket SET ended_from = state, state = 'missed', ended_at = UTC_TIMESTAMP(3)
     WHERE id = v_ticket AND (state = 'called' OR (state = 'serving' AND p_at_once = 1));
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    UPDATE counter_state SET ticket_id = NULL, ended_ticket_id = v_ticket WHERE counter_id = p_counter;
    CALL write_event(caller_site(), 'queue', 'missed', NULL, v_ticket, p_counter);
END //

-- What was at a counter is kept as a turn. p_finished: served to the end, and so a measure of how long a visit takes.
CREATE DEFINER = accueil_owner@localhost PROCEDURE keep_turn(IN p_ticket BIGINT, IN p_finished TINYINT)
BEGIN
    DECLARE v_turn TINYINT;
    SELECT IFNULL(MAX(turn), 0) + 1 INTO v_turn FROM ticket_turn WHERE ticket_id = p_ticket;
    INSERT INTO ticket_turn (ticket_id, turn, service_id, procedure_id, counter_id, waiting_from, called_at, serving_at, ended_at,
                             finished, parked_seconds, due, due_reason)
    SELECT t.id, v_turn, t.service_id,
           (SELECT p.procedure_id FROM ticket_procedure p WHERE p.ticket_id = t.id ORDER BY p.position LIMIT 1),
           t.counter_id, t.arrived_at, t.called_at, IFNULL(t.serving_at, t.last_called_at), UTC_TIMESTAMP(3),
           p_finished,
           t.parked_seconds + IF(t.serving_at IS NULL, 0, IFNULL(TIMESTAMPDIFF(SECOND, t.parked_at, t.last_called_at), 0)),
           t.due, t.due_reason
      FROM ticket t WHERE t.id = p_ticket;
END //

-- The ticket waits again, for p_service, as if it had not been called; its place is what the caller leaves or makes of `due`.
CREATE DEFINER = accueil_owner@localhost PROCEDURE wait_again(IN p_ticket BIGINT, IN p_service SMALLINT)
BEGIN
    UPDATE ticket t JOIN service s ON s.id = p_service
       SET t.state = 'waiting', t.service_id = s.id, t.waiting_area_id = s.waiting_area_id, t.calls_before = t.calls,
           t.counter_id = NULL, t.called_at = NULL, t.last_called_at = NULL, t.serving_at = NULL, t.serving_guessed = 0,
           t.parked_at = NULL, t.parked_seconds = 0, t.back_at = NULL, t.reason = '', t.ended_at = NULL,
           t.kept_counter_id = NULL, t.kept_until = NULL
     WHERE t.id = p_ticket;
END //

-- The same ticket waits for the next part of a linked visit. p_went_on says whether there was one.
CREATE DEFINER = accueil_owner@localhost PROCEDURE go_on(IN p_ticket BIGINT, IN p_priority_minutes SMALLINT, OUT p_went_on TINYINT)
BEGIN
    DECLARE v_next BIGINT DEFAULT NULL;
    DECLARE v_service SMALLINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT n.id, n.service_id INTO v_next, v_service
      FROM ticket t JOIN appointment f ON f.id = t.appointment_id
      JOIN appointment n ON n.reference = f.reference AND n.part = t.part + 1
     WHERE t.id = p_ticket AND n.state = 'arrived';
    SET p_went_on = v_next IS NOT NULL;
    IF p_went_on THEN
        CALL keep_turn(p_ticket, 1);
        CALL wait_again(p_ticket, v_service);
        UPDATE ticket t JOIN appointment n ON n.id = v_next
           SET t.part = n.part, t.start_minute = n.start_minute, t.due_reason = 'second', t.next_service_id = NULL,
               t.due = UTC_TIMESTAMP(3) - INTERVAL (t.priority * p_priority_minutes) MINUTE
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
    UPDATE counter_state SET ticket_id = NULL, ended_ticket_id = v_ticket WHERE counter_id = p_counter;
    UPDATE ticket SET ended_from = state WHERE id = v_ticket;
    CALL go_on(v_ticket, p_priority_minutes, v_went_on);
    IF NOT v_went_on THEN
        UPDATE ticket
           SET state = 'done', ended_at = UTC_TIMESTAMP(3), serving_guessed = serving_at IS NULL,
               parked_seconds = parked_seconds
                   + IF(serving_at IS NULL, 0, IFNULL(TIMESTAMPDIFF(SECOND, parked_at, last_called_at), 0)),
               parked_at = NULL, serving_at = IFNULL(serving_at, last_called_at)
         WHERE id = v_ticket;
    END IF;
    CALL write_event(caller_site(), 'queue', IF(v_went_on, 'went_on', 'done'), NULL, v_ticket, p_counter);
    CALL end_help_at(p_counter);
END //

DELIMITER ;
