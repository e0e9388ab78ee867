-- What is no longer needed of a person is erased; the figures stay. Called by the mail daemon's housekeeping.
DELIMITER //

-- People of visits before p_before, at most p_most of them; then keys, guesses and events that nobody asks for any more.
-- Answers how many people were erased.
CREATE DEFINER = accueil_owner@localhost PROCEDURE erase_what_is_over(IN p_before DATE, IN p_most INT)
BEGIN
    DECLARE v_done TINYINT DEFAULT 0;
    DECLARE v_count INT DEFAULT 0;
    DECLARE v_appointment BIGINT;
    DECLARE past_visits CURSOR FOR
        SELECT p.appointment_id FROM appointment a JOIN attendee p ON p.appointment_id = a.id
         WHERE a.day < p_before ORDER BY a.day, a.id LIMIT p_most;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done = 1;
    CALL require_transaction();
    IF p_before > UTC_DATE() THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31020, MESSAGE_TEXT = 'visits to come are not over';
    END IF;
    OPEN past_visits;
    next_person: LOOP
        FETCH past_visits INTO v_appointment;
        IF v_done THEN LEAVE next_person; END IF;
        DELETE FROM attendee WHERE appointment_id = v_appointment;
        DELETE FROM to_call WHERE appointment_id = v_appointment;
        DELETE FROM attendee_secret WHERE appointment_id = v_appointment;
        UPDATE appointment SET check_in_hash = NULL, manage_hash = NULL, legacy_hash = NULL
         WHERE id = v_appointment;
        SET v_count = v_count + 1;
    END LOOP;
    CLOSE past_visits;
    DELETE FROM request WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL 7 DAY ORDER BY created_at LIMIT 1000;
    DELETE FROM guess WHERE at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY ORDER BY id LIMIT 1000;
    DELETE FROM web_attempt WHERE minute < UTC_TIMESTAMP() - INTERVAL 1 DAY ORDER BY minute LIMIT 1000;
    -- The newest of each topic stays: readers and the recount hold it against the version.
    DELETE FROM site_event
     WHERE at < UTC_TIMESTAMP(3) - INTERVAL 7 DAY
       AND version < (SELECT v.version FROM site_version v
                       WHERE v.site_id = site_event.site_id AND v.topic = site_event.topic)
     ORDER BY site_id, topic, version LIMIT 1000;
    SELECT v_count;
END //

DELIMITER ;
