package org.guiche.tickets;

import java.util.Map;

/** So many things happened by themselves, by kind. Fired in their transaction. */
record TimersActed(Map<TimerKind, Long> counts) {}
