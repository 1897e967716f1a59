package org.guiche.units;

import java.util.Map;

/** Which answers name the sector: the first field's value, looked up. */
public record Routing(String field, Map<String, String> sectors) {

    public Routing {
        sectors = Map.copyOf(sectors);
    }
}
