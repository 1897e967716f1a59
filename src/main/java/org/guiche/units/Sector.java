package org.guiche.units;

/** A team and its queue. */
public record Sector(long id, String key, String name, QueueOrder queueOrder) {}
