-- A ticket's group follows from its requester and its company. Taken for chance, the wall between groups looks as if it left few
-- tickets of many, and PostgreSQL gathers and sorts all of them instead of reading the first page off an index.
create statistics tickets_ticket_wall (dependencies, mcv) on group_id, company_id, requester_id from tickets_ticket;
analyze tickets_ticket;
