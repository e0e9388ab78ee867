-- What a supervisor decides about the room of today, and help between colleagues. Each routine runs after begin_queue (help,
-- seats, tickets) or announces what it changed (settings), in the caller's transaction.
DELIMITER //

CREATE DEFINER = accueil_owner@localhost PROCEDURE require_supervisor()
BEGIN
    IF NOT caller_supervises() THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31027, MESSAGE_TEXT = 'supervisors only';
    END IF;
END //

-- No event of its own: the act that ends it writes one.
CREATE DEFINER = accueil_owner@localhost PROCEDURE end_help_at(IN p_counter SMALLINT)
BEGIN
    UPDATE help_call SET ended_at = UTC_TIMESTAMP(3)
     WHERE site_id = caller_site() AND counter_id = p_counter AND ended_at IS NULL;
END //

-- Asked twice: the first stays.
CREATE DEFINER = accueil_owner@localhost PROCEDURE ask_for_help(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT;
    CALL visitor_of(p_counter, v_ticket);
    IF NOT EXISTS (SELECT 1 FROM help_call WHERE site_id = caller_site() AND ended_at IS NULL AND counter_id = p_counter) THEN
        INSERT INTO help_call (site_id, counter_id, asked_by, asked_at)
        VALUES (caller_site(), p_counter, caller_staff(), UTC_TIMESTAMP(3));
    END IF;
    CALL write_event(caller_site(), 'queue', 'help_asked', NULL, v_ticket, p_counter);
END //

-- The first who comes is named; a second one is told so.
CREATE DEFINER = accueil_owner@localhost PROCEDURE come_to_help(IN p_counter SMALLINT)
BEGIN
    UPDATE help_call SET coming_by = caller_staff(), coming_at = UTC_TIMESTAMP(3)
     WHERE site_id = caller_site() AND counter_id = p_counter AND ended_at IS NULL AND asked_by <> caller_staff()
       AND (coming_by IS NULL OR coming_by = caller_staff());
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31032, MESSAGE_TEXT = 'somebody is coming';
    END IF;
    CALL write_event(caller_site(), 'queue', 'help_coming', NULL, NULL, p_counter);
END //

-- Said by the one who asked, the one who came, or a supervisor.
CREATE DEFINER = accueil_owner@localhost PROCEDURE end_help(IN p_counter SMALLINT)
BEGIN
    UPDATE help_call SET ended_at = UTC_TIMESTAMP(3)
     WHERE site_id = caller_site() AND counter_id = p_counter AND ended_at IS NULL
       AND (asked_by = caller_staff() OR coming_by = caller_staff() OR caller_supervises());
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'nobody asks';
    END IF;
    CALL write_event(caller_site(), 'queue', 'help_ended', NULL, NULL, p_counter);
END //

-- A colleague is seated at a counter.
CREATE DEFINER = accueil_owner@localhost PROCEDURE seat_colleague(IN p_counter SMALLINT, IN p_staff INT)
BEGIN
    CALL require_supervisor();
    IF NOT EXISTS (SELECT 1 FROM staff WHERE id = p_staff AND site_id = caller_site() AND active = 1 AND role <> 'reception') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    CALL seat_at(p_counter, p_staff);
END //

-- Closes a counter that was left open. Whoever is called or served there waits again, in his place.
CREATE DEFINER = accueil_owner@localhost PROCEDURE free_counter(IN p_counter SMALLINT)
BEGIN
    DECLARE v_ticket BIGINT DEFAULT NULL;
    DECLARE v_service SMALLINT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    CALL require_supervisor();
    IF NOT EXISTS (SELECT 1 FROM counter WHERE id = p_counter AND site_id = caller_site()) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    SELECT s.ticket_id, t.service_id INTO v_ticket, v_service
      FROM counter_state s LEFT JOIN ticket t ON t.id = s.ticket_id
     WHERE s.counter_id = p_counter;
    IF v_ticket IS NOT NULL THEN
        CALL keep_turn(v_ticket, 0);
        CALL wait_again(v_ticket, v_service);
    END IF;
    UPDATE counter_state SET ticket_id = NULL WHERE counter_id = p_counter;
    CALL leave_counter(p_counter);
    CALL write_event(caller_site(), 'queue', 'counter_closed', NULL, v_ticket, p_counter);
END //

-- p_part: 'own', 'helps' or 'none'.
CREATE DEFINER = accueil_owner@localhost PROCEDURE set_counter_service(IN p_counter SMALLINT, IN p_service SMALLINT, IN p_part VARCHAR(8))
BEGIN
    CALL require_transaction();
    CALL require_supervisor();
    IF NOT EXISTS (SELECT 1 FROM counter c JOIN service s ON s.site_id = c.site_id
                    WHERE c.id = p_counter AND s.id = p_service AND caller_may(c.site_id)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    DELETE FROM counter_service WHERE counter_id = p_counter AND service_id = p_service;
    IF p_part <> 'none' THEN
        INSERT INTO counter_service (counter_id, service_id, helps) VALUES (p_counter, p_service, p_part = 'helps');
    END IF;
END //

-- Tickets without appointment: given or not, and so many in half an hour (0: no limit).
CREATE DEFINER = accueil_owner@localhost PROCEDURE set_walk_ins(IN p_service SMALLINT, IN p_open TINYINT, IN p_quota SMALLINT)
BEGIN
    CALL require_transaction();
    CALL require_supervisor();
    IF NOT caller_may((SELECT site_id FROM service WHERE id = p_service)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    UPDATE service SET walk_ins = p_open, walk_in_quota = p_quota WHERE id = p_service;
    CALL announce_service(p_service, 'settings', 'walk_ins');
END //

-- In place of what the area's screens say now. Answers the message's id, for its texts. p_minutes: so long, or NULL.
CREATE DEFINER = accueil_owner@localhost PROCEDURE show_message(IN p_area SMALLINT, IN p_minutes SMALLINT)
BEGIN
    DECLARE v_message BIGINT;
    CALL require_supervisor();
    IF NOT EXISTS (SELECT 1 FROM waiting_area WHERE id = p_area AND site_id = caller_site()) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    DELETE FROM screen_message WHERE waiting_area_id = p_area;
    INSERT INTO screen_message (site_id, waiting_area_id, shown_at, until_at, shown_by)
    VALUES (caller_site(), p_area, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL p_minutes MINUTE, caller_staff());
    SET v_message = LAST_INSERT_ID();
    CALL write_event(caller_site(), 'queue', 'message', NULL, NULL, NULL);
    SELECT v_message;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE add_message_text(IN p_message BIGINT, IN p_language CHAR(2), IN p_text VARCHAR(200))
BEGIN
    CALL require_supervisor();
    INSERT INTO screen_message_text (message_id, language, text)
    SELECT id, p_language, p_text FROM screen_message WHERE id = p_message AND site_id = caller_site();
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE withdraw_message(IN p_area SMALLINT)
BEGIN
    CALL require_supervisor();
    DELETE FROM screen_message WHERE waiting_area_id = p_area AND site_id = caller_site();
    CALL write_event(caller_site(), 'queue', 'message', NULL, NULL, NULL);
END //

-- A counter that a service misses from p_from on. The caller publishes that day's places again in the same transaction.
CREATE DEFINER = accueil_owner@localhost PROCEDURE note_absence(IN p_counter SMALLINT, IN p_service SMALLINT, IN p_day DATE, IN p_from SMALLINT)
BEGIN
    CALL require_transaction();
    CALL require_supervisor();
    CALL require_day(p_day);
    IF NOT EXISTS (SELECT 1 FROM counter c JOIN service s ON s.site_id = c.site_id
                    WHERE c.id = p_counter AND s.id = p_service AND caller_may(c.site_id)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    CALL announce_service(p_service, 'agenda', 'hours');
    INSERT INTO counter_absence (counter_id, service_id, day, from_minute, noted_at)
    VALUES (p_counter, p_service, p_day, p_from, UTC_TIMESTAMP(3))
        ON DUPLICATE KEY UPDATE from_minute = VALUES(from_minute), to_minute = 1440;
END //

-- Back at p_until: the places before stay lower.
CREATE DEFINER = accueil_owner@localhost PROCEDURE end_absence(IN p_counter SMALLINT, IN p_service SMALLINT, IN p_day DATE, IN p_until SMALLINT)
BEGIN
    CALL require_transaction();
    CALL require_supervisor();
    IF NOT caller_may((SELECT site_id FROM service WHERE id = p_service)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    CALL announce_service(p_service, 'agenda', 'hours');
    DELETE FROM counter_absence
     WHERE counter_id = p_counter AND service_id = p_service AND day = p_day AND from_minute >= p_until;
    UPDATE counter_absence SET to_minute = p_until
     WHERE counter_id = p_counter AND service_id = p_service AND day = p_day AND to_minute > p_until;
END //

-- Ends a ticket that nobody will serve, with a reason; a counter where it stands is free.
CREATE DEFINER = accueil_owner@localhost PROCEDURE close_ticket(IN p_ticket BIGINT, IN p_reason VARCHAR(16))
BEGIN
    CALL require_supervisor();
    UPDATE ticket SET state = 'closed', ended_at = UTC_TIMESTAMP(3), reason = p_reason
     WHERE id = p_ticket AND site_id = caller_site() AND state IN ('waiting', 'called', 'serving', 'parked');
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31015, MESSAGE_TEXT = 'not this state';
    END IF;
    UPDATE counter_state SET ticket_id = NULL WHERE ticket_id = p_ticket;
    CALL write_event(caller_site(), 'queue', 'closed', NULL, p_ticket, NULL);
END //

DELIMITER ;
