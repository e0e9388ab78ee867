-- Versions and events of a site. The row of site_version is what makes a queue transaction alone.
DELIMITER //

CREATE DEFINER = accueil_owner@localhost PROCEDURE raise_version(IN p_site SMALLINT, IN p_topic VARCHAR(8))
BEGIN
    INSERT INTO site_version (site_id, topic, version) VALUES (p_site, p_topic, 1)
        ON DUPLICATE KEY UPDATE version = version + 1;
END //

-- Writes the event of the version that this transaction has raised.
CREATE DEFINER = accueil_owner@localhost PROCEDURE write_event(IN p_site SMALLINT, IN p_topic VARCHAR(8), IN p_kind VARCHAR(24),
    IN p_appointment BIGINT, IN p_ticket BIGINT, IN p_counter SMALLINT)
BEGIN
    INSERT INTO site_event (site_id, topic, version, at, kind, appointment_id, ticket_id, counter_id)
    SELECT site_id, topic, version, UTC_TIMESTAMP(3), p_kind, p_appointment, p_ticket, p_counter
      FROM site_version WHERE site_id = p_site AND topic = p_topic;
END //

-- First statement of every queue transaction: from here on it is alone at this site, on a cluster too.
CREATE DEFINER = accueil_owner@localhost PROCEDURE begin_queue()
BEGIN
    CALL require_transaction();
    CALL raise_version(caller_site(), 'queue');
END //

-- Tells every reader of a topic that something of the whole site changed (hours, settings).
CREATE DEFINER = accueil_owner@localhost PROCEDURE announce(IN p_site SMALLINT, IN p_topic VARCHAR(8), IN p_kind VARCHAR(24))
BEGIN
    CALL require_transaction();
    CALL raise_version(p_site, p_topic);
    CALL write_event(p_site, p_topic, p_kind, NULL, NULL, NULL);
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE announce_service(IN p_service SMALLINT, IN p_topic VARCHAR(8), IN p_kind VARCHAR(24))
BEGIN
    DECLARE v_site SMALLINT;
    SELECT site_id INTO v_site FROM service WHERE id = p_service;
    CALL announce(v_site, p_topic, p_kind);
END //

DELIMITER ;
