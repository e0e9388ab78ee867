-- Triggers of the audit trail. For an attendee they name fields, never values.
DELIMITER //

CREATE DEFINER = accueil_owner@localhost PROCEDURE write_audit(IN p_entity VARCHAR(24), IN p_id BIGINT, IN p_action VARCHAR(24),
    IN p_fields VARCHAR(200))
BEGIN
    INSERT INTO audit (at, account, entity, entity_id, action, fields)
    VALUES (UTC_TIMESTAMP(3), caller_account(), p_entity, p_id, p_action, p_fields);
END //

CREATE DEFINER = accueil_owner@localhost TRIGGER appointment_audit_insert AFTER INSERT ON appointment FOR EACH ROW
    CALL write_audit('appointment', NEW.id, NEW.state, NEW.channel) //

CREATE DEFINER = accueil_owner@localhost TRIGGER appointment_audit_update AFTER UPDATE ON appointment FOR EACH ROW
BEGIN
    IF NEW.state <> OLD.state THEN
        CALL write_audit('appointment', NEW.id, NEW.state, '');
    ELSEIF NEW.day <> OLD.day OR NEW.start_minute <> OLD.start_minute THEN
        CALL write_audit('appointment', NEW.id, 'moved', '');
    ELSEIF NEW.cancelled_by_town <> OLD.cancelled_by_town THEN
        CALL write_audit('appointment', NEW.id, 'cancelled_by_town', '');
    ELSEIF NEW.language <> OLD.language THEN
        CALL write_audit('appointment', NEW.id, 'changed', 'language');
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost TRIGGER appointment_audit_delete AFTER DELETE ON appointment FOR EACH ROW
    CALL write_audit('appointment', OLD.id, 'released', '') //

CREATE DEFINER = accueil_owner@localhost TRIGGER attendee_audit_update AFTER UPDATE ON attendee FOR EACH ROW
BEGIN
    -- Bit by bit: another case or accent is a change of a name.
    DECLARE v_fields VARCHAR(200) DEFAULT CONCAT_WS(',',
        IF(NEW.last_name COLLATE utf8mb4_bin = OLD.last_name, NULL, 'last_name'),
        IF(NEW.first_name COLLATE utf8mb4_bin = OLD.first_name, NULL, 'first_name'),
        IF(NEW.birth_year = OLD.birth_year AND NEW.birth_month = OLD.birth_month AND NEW.birth_day = OLD.birth_day, NULL, 'birth_date'),
        IF(NEW.email COLLATE utf8mb4_bin = OLD.email, NULL, 'email'), IF(NEW.phone COLLATE utf8mb4_bin = OLD.phone, NULL, 'phone'),
        IF(NEW.note COLLATE utf8mb4_bin = OLD.note, NULL, 'note'),
        IF(NEW.cancel_reason COLLATE utf8mb4_bin = OLD.cancel_reason, NULL, 'cancel_reason'));
    IF v_fields <> '' THEN
        CALL write_audit('attendee', NEW.appointment_id, 'changed', v_fields);
    END IF;
END //

-- Of a mail: what became of it, under the appointment. Who asks for it again is written by send_again.
CREATE DEFINER = accueil_owner@localhost TRIGGER mail_audit_update AFTER UPDATE ON mail FOR EACH ROW
BEGIN
    IF NEW.state <> OLD.state AND NEW.state IN ('sent', 'failed') THEN
        CALL write_audit('mail', NEW.appointment_id, NEW.state, NEW.kind);
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost TRIGGER to_call_audit_insert AFTER INSERT ON to_call FOR EACH ROW
    CALL write_audit('to_call', NEW.appointment_id, NEW.outcome, NEW.reason) //

CREATE DEFINER = accueil_owner@localhost TRIGGER to_call_audit_update AFTER UPDATE ON to_call FOR EACH ROW
    CALL write_audit('to_call', NEW.appointment_id, IF(NEW.tries > OLD.tries, 'no_answer', NEW.outcome), NEW.reason) //

CREATE DEFINER = accueil_owner@localhost TRIGGER ticket_audit_insert AFTER INSERT ON ticket FOR EACH ROW
    CALL write_audit('ticket', NEW.id, NEW.state, '') //

CREATE DEFINER = accueil_owner@localhost TRIGGER ticket_audit_update AFTER UPDATE ON ticket FOR EACH ROW
BEGIN
    IF NEW.part > OLD.part THEN
        CALL write_audit('ticket', NEW.id, 'went_on', '');
    ELSEIF NEW.state = 'waiting' AND OLD.state = 'missed' THEN
        CALL write_audit('ticket', NEW.id, 'back', '');
    ELSEIF OLD.state IN ('done', 'missed') AND NEW.state IN ('called', 'serving') OR NEW.part < OLD.part THEN
        CALL write_audit('ticket', NEW.id, 'taken_back', '');
    ELSEIF NEW.state <> OLD.state AND NEW.state <> 'waiting' OR NEW.calls <> OLD.calls THEN
        CALL write_audit('ticket', NEW.id, NEW.state, '');
    END IF;
END //

CREATE DEFINER = accueil_owner@localhost TRIGGER staff_audit_update AFTER UPDATE ON staff FOR EACH ROW
    CALL write_audit('staff', NEW.id, IF(NEW.active = 1, 'changed', 'closed'), '') //

DELIMITER ;
