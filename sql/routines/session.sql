-- Who is calling. USER() is the account of the connection, also inside a definer routine.
DELIMITER //

CREATE DEFINER = accueil_owner@localhost FUNCTION caller_account() RETURNS VARCHAR(32)
    NO SQL
    RETURN SUBSTRING_INDEX(USER(), '@', 1) //

-- The site of the calling person or device; NULL for a stranger or a closed account.
CREATE DEFINER = accueil_owner@localhost FUNCTION caller_site() RETURNS SMALLINT
    READS SQL DATA
BEGIN
    DECLARE v_site SMALLINT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT site_id INTO v_site FROM device WHERE account = caller_account() AND active = 1;
    IF v_site IS NULL THEN
        SELECT site_id INTO v_site FROM staff WHERE account = caller_account() AND active = 1;
    END IF;
    RETURN v_site;
END //

-- Whether the caller works for this site. An account that is neither a person's nor a device's (closed ones count too)
-- has its rights from the administrator of the server, as root has, and works for every site.
CREATE DEFINER = accueil_owner@localhost FUNCTION caller_may(p_site SMALLINT) RETURNS TINYINT
    READS SQL DATA
    RETURN p_site IS NOT NULL
       AND (IFNULL(caller_site() = p_site, 0)
            OR NOT (EXISTS (SELECT 1 FROM staff WHERE account = caller_account())
                    OR EXISTS (SELECT 1 FROM device WHERE account = caller_account()))) //

CREATE DEFINER = accueil_owner@localhost FUNCTION caller_staff() RETURNS INT
    READS SQL DATA
BEGIN
    DECLARE v_staff INT DEFAULT NULL;
    DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
    SELECT id INTO v_staff FROM staff WHERE account = caller_account() AND active = 1;
    RETURN v_staff;
END //

-- A supervisor or administrator of a site, or the owner of the database, who has no staff row.
CREATE DEFINER = accueil_owner@localhost FUNCTION caller_supervises() RETURNS TINYINT
    READS SQL DATA
    RETURN EXISTS (SELECT 1 FROM staff WHERE account = caller_account() AND active = 1 AND role IN ('supervisor', 'admin'))
        OR (NOT EXISTS (SELECT 1 FROM staff WHERE account = caller_account())
            AND NOT EXISTS (SELECT 1 FROM device WHERE account = caller_account())) //

-- Refuses a caller whose calendar is more than a day away from the server's.
CREATE DEFINER = accueil_owner@localhost PROCEDURE require_day(IN p_day DATE)
BEGIN
    IF ABS(DATEDIFF(p_day, UTC_DATE())) > 1 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31020, MESSAGE_TEXT = 'foreign clock';
    END IF;
END //

-- A savepoint lives only inside a transaction: outside of one, releasing it fails before anything is written.
CREATE DEFINER = accueil_owner@localhost PROCEDURE require_transaction()
BEGIN
    SAVEPOINT in_transaction;
    RELEASE SAVEPOINT in_transaction;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE who_is_this_device()
BEGIN
    SELECT account, name, site_id, IFNULL(waiting_area_id, 0)
      FROM device WHERE account = caller_account() AND active = 1;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE who_is_this_person()
BEGIN
    SELECT id, account, name, role, site_id
      FROM staff WHERE account = caller_account() AND active = 1;
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE report_alive(IN p_trouble VARCHAR(32))
BEGIN
    UPDATE device SET seen_at = UTC_TIMESTAMP(3), trouble = p_trouble WHERE account = caller_account();
END //

DELIMITER ;
