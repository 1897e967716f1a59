package org.guiche.tickets;

import java.time.Instant;
import org.guiche.units.ServiceMetric;

/** A deadline comes near, or is missed; at most once each. */
public record DeadlineAlarm(long ticketId, ServiceMetric metric, Instant due, boolean missed) {}
