-- The application's own role may only add to what happened. The triggers of V0014 hold for everybody else, administrators of the
-- database among them.
revoke update, delete, truncate on tickets_event, tickets_stay from current_user;
