package org.guiche.tickets;

import org.guiche.accounts.Person;

/** Somebody doing something to a ticket, and by which way. */
record Act(Ticket ticket, Person person, Channel channel) {}
