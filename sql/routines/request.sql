-- A request is done once: its key is written by the transaction that does it.
DELIMITER //

-- A second transaction with the same key fails here (1062), rolls back, and asks recall_request.
CREATE DEFINER = accueil_owner@localhost PROCEDURE remember_request(IN p_key CHAR(32), IN p_hash CHAR(64), IN p_result VARCHAR(500))
BEGIN
    INSERT INTO request (request_key, content_hash, result, created_at)
    VALUES (UNHEX(p_key), UNHEX(p_hash), p_result, UTC_TIMESTAMP(3));
END //

CREATE DEFINER = accueil_owner@localhost PROCEDURE recall_request(IN p_key CHAR(32))
BEGIN
    SELECT LOWER(HEX(content_hash)), result FROM request WHERE request_key = UNHEX(p_key);
END //

DELIMITER ;
