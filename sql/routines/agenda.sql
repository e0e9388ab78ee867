-- What is decided about places that are already published: their length, and who may book them.
DELIMITER //

-- Another granule from p_from on. Takes the free places of these days away; the caller publishes the new ones in the same
-- transaction. Refused as long as an appointment stands on one of these days: a hold that comes at the same moment has
-- either counted itself on a place, which is then still there, or finds no place.
CREATE DEFINER = accueil_owner@localhost PROCEDURE change_granule(IN p_service SMALLINT, IN p_from DATE, IN p_minutes SMALLINT)
BEGIN
    DECLARE v_done, v_ended TINYINT DEFAULT 0;
    DECLARE v_appointment BIGINT;
    DECLARE expired CURSOR FOR
        SELECT id FROM appointment
         WHERE service_id = p_service AND day >= p_from AND state = 'held' AND hold_expires_at <= UTC_TIMESTAMP(3)
         ORDER BY id;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done = 1;
    CALL require_transaction();
    IF NOT caller_may((SELECT site_id FROM service WHERE id = p_service)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    IF p_from < UTC_DATE() - INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31020, MESSAGE_TEXT = 'a day that is over keeps its places';
    END IF;
    -- Raised first: another edit of the hours comes before or after, never in between.
    CALL announce_service(p_service, 'agenda', 'hours');
    OPEN expired;
    next_hold: LOOP
        FETCH expired INTO v_appointment;
        IF v_done THEN LEAVE next_hold; END IF;
        CALL end_hold(v_appointment, 1, v_ended);
        SET v_done = 0;
    END LOOP;
    CLOSE expired;
    DELETE FROM slot WHERE service_id = p_service AND day >= p_from AND booked = 0;
    IF EXISTS (SELECT 1 FROM slot WHERE service_id = p_service AND day >= p_from)
       OR EXISTS (SELECT 1 FROM appointment WHERE service_id = p_service AND day >= p_from AND state <> 'cancelled') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31030, MESSAGE_TEXT = 'appointments stand on these days';
    END IF;
    INSERT INTO service_granule (service_id, from_day, minutes) VALUES (p_service, p_from, p_minutes)
        ON DUPLICATE KEY UPDATE minutes = VALUES(minutes);
    CALL announce_service(p_service, 'settings', 'granule');
END //

-- Housekeeping of the mail daemon: what the desk has not used is offered online, from the service's release days on.
-- p_today: on the site's calendar. An opening without counters online stays the desk's. Answers how many places changed.
CREATE DEFINER = accueil_owner@localhost PROCEDURE release_desk_share(IN p_today DATE)
BEGIN
    DECLARE v_site SMALLINT;
    DECLARE v_places INT DEFAULT 0;
    CALL require_transaction();
    CALL require_day(p_today);
    SET v_site = caller_site();
    -- Looked at without a lock: most of the time there is nothing to do.
    IF EXISTS (SELECT 1 FROM slot s JOIN service v ON v.id = s.service_id
                WHERE v.site_id = v_site AND v.release_days > 0
                  AND s.day >= p_today AND s.day <= p_today + INTERVAL v.release_days DAY
                  AND s.capacity_online > 0 AND s.capacity_online < s.capacity) THEN
        UPDATE slot s JOIN service v ON v.id = s.service_id
           SET s.capacity_online = s.capacity
         WHERE v.site_id = v_site AND v.release_days > 0
           AND s.day >= p_today AND s.day <= p_today + INTERVAL v.release_days DAY
           AND s.capacity_online > 0 AND s.capacity_online < s.capacity;
        SET v_places = ROW_COUNT();
        CALL raise_version(v_site, 'agenda');
        CALL write_event(v_site, 'agenda', 'published', NULL, NULL, NULL);
    END IF;
    SELECT v_places;
END //

-- How far ahead a service can be booked, how late online, and when the desk's unused share goes online.
CREATE DEFINER = accueil_owner@localhost PROCEDURE change_service(IN p_service SMALLINT, IN p_lead_minutes SMALLINT,
    IN p_horizon_days SMALLINT, IN p_release_days SMALLINT)
BEGIN
    CALL require_transaction();
    IF NOT caller_may((SELECT site_id FROM service WHERE id = p_service)) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    UPDATE service SET lead_minutes = p_lead_minutes, horizon_days = p_horizon_days, release_days = p_release_days
     WHERE id = p_service;
    CALL announce_service(p_service, 'settings', 'service');
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE change_setting(IN p_site SMALLINT, IN p_name VARCHAR(64), IN p_value VARCHAR(255))
BEGIN
    CALL require_transaction();
    IF NOT caller_may(p_site) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31007, MESSAGE_TEXT = 'wrong site';
    END IF;
    INSERT INTO site_setting (site_id, name, value) VALUES (p_site, p_name, p_value)
        ON DUPLICATE KEY UPDATE value = VALUES(value);
    CALL announce(p_site, 'settings', 'setting');
END //

DELIMITER ;
