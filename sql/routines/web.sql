-- The brake on the booking page: what one source may send in a while.
DELIMITER //

-- p_source: 32 hexadecimal digits, a keyed hash of the visitor's network. Refuses when it has sent p_most forms in the
-- last p_minutes; what is refused does not count, so that waiting always helps. Commits by itself, so that the count stays
-- whatever becomes of the form: never call it inside a transaction.
CREATE DEFINER = accueil_owner@localhost PROCEDURE count_form(IN p_source CHAR(32), IN p_most INT, IN p_minutes INT)
BEGIN
    IF (SELECT IFNULL(SUM(forms), 0) FROM web_attempt
         WHERE source = UNHEX(p_source) AND minute > UTC_TIMESTAMP() - INTERVAL p_minutes MINUTE) >= p_most THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 31010, MESSAGE_TEXT = 'too many attempts';
    END IF;
    INSERT INTO web_attempt (source, minute, forms)
    VALUES (UNHEX(p_source), DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%d %H:%i:00'), 1)
        ON DUPLICATE KEY UPDATE forms = LEAST(forms + 1, 32000);
    COMMIT;
END //

DELIMITER ;
