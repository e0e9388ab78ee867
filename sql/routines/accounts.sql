-- Accounts are made, locked and given roles here only: nobody else may create a user.
DELIMITER //

CREATE DEFINER = accueil_owner@localhost PROCEDURE run_account_statement(IN p_statement TEXT)
BEGIN
    SET @accueil_account_statement = p_statement;
    PREPARE account_statement FROM @accueil_account_statement;
    EXECUTE account_statement;
    DEALLOCATE PREPARE account_statement;
    SET @accueil_account_statement = NULL;
END //

-- A database account with one of our roles as its default. Names are letters, digits, dots, dashes.
CREATE DEFINER = accueil_owner@localhost PROCEDURE make_account(IN p_account VARCHAR(32), IN p_password VARCHAR(100), IN p_role VARCHAR(32))
BEGIN
    IF NOT p_account COLLATE utf8mb4_bin REGEXP '^[a-z][a-z0-9.-]*$' OR p_account LIKE 'accueil%' OR p_account IN ('root', 'mysql', 'mariadb.sys') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31900, MESSAGE_TEXT = 'account names are small letters, digits, dots and dashes';
    END IF;
    CALL run_account_statement(CONCAT('CREATE USER ''', p_account, '''@''%'' IDENTIFIED BY ', QUOTE(p_password)));
    CALL run_account_statement(CONCAT('GRANT ', p_role, ' TO ''', p_account, '''@''%'''));
    CALL run_account_statement(IF(VERSION() LIKE '%MariaDB%',
        CONCAT('SET DEFAULT ROLE ', p_role, ' FOR ''', p_account, '''@''%'''),
        CONCAT('SET DEFAULT ROLE ', p_role, ' TO ''', p_account, '''@''%''')));
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE add_staff(IN p_account VARCHAR(32), IN p_name VARCHAR(100), IN p_role VARCHAR(12),
    IN p_site SMALLINT, IN p_password VARCHAR(100))
BEGIN
    IF p_role NOT IN ('reception', 'agent', 'supervisor', 'admin') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31901, MESSAGE_TEXT = 'roles are reception, agent, supervisor, admin';
    END IF;
    CALL make_account(p_account, p_password, CONCAT('accueil_', p_role));
    INSERT INTO staff (account, name, role, site_id, created_at) VALUES (p_account, p_name, p_role, p_site, UTC_TIMESTAMP(3));
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE add_device(IN p_account VARCHAR(32), IN p_kind VARCHAR(8), IN p_name VARCHAR(100),
    IN p_site SMALLINT, IN p_area SMALLINT, IN p_password VARCHAR(100))
BEGIN
    IF p_kind NOT IN ('kiosk', 'display', 'web', 'mail') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31902, MESSAGE_TEXT = 'kinds are kiosk, display, web, mail';
    END IF;
    CALL make_account(p_account, p_password, CONCAT('accueil_', p_kind));
    INSERT INTO device (account, kind, name, site_id, waiting_area_id) VALUES (p_account, p_kind, p_name, p_site, NULLIF(p_area, 0));
END //

DELIMITER ;
