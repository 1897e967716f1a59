package org.guiche.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.shared.RuleViolation;
import org.guiche.tickets.Channel;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a report is about: those that are all of this, each null for whatever it is.
 *
 * @param company the client, whoever opened it
 * @param partner the partner's group that opened it
 */
public record Cut(
        Period period,
        @Nullable Long unit,
        @Nullable Long sector,
        @Nullable Long agent,
        @Nullable Long classification,
        @Nullable Long company,
        @Nullable Long partner,
        @Nullable Channel channel,
        @Nullable Priority priority,
        @Nullable String tag) {

    /** The column of a ticket's labels. */
    static final String TAGS = "tags";

    private static final int LONGEST_TAG = 60;

    public Cut {
        if (tag != null && tag.length() > LONGEST_TAG) {
            throw RuleViolation.of("tag", "reporting.tag.long", LONGEST_TAG);
        }
    }

    /** All tickets of that time. */
    public static Cut of(Period period) {
        return new Cut(period, null, null, null, null, null, null, null, null, null);
    }

    /** The same tickets at another time. */
    public Cut at(Period other) {
        return new Cut(other, unit, sector, agent, classification, company, partner, channel, priority, tag);
    }

    /** Whether it asks for what only the staff knows of. */
    boolean isInternal() {
        return agent != null || sector != null || partner != null || tag != null;
    }

    /** The columns that it asks for, by what each is to be. */
    Map<String, Object> asked() {
        var asked = new LinkedHashMap<String, Object>();
        put(asked, "unit_id", unit);
        put(asked, "sector_id", sector);
        put(asked, "agent_id", agent);
        put(asked, "classification_id", classification);
        put(asked, "company_id", company);
        put(asked, "group_id", partner);
        put(asked, "channel", channel);
        put(asked, "priority", priority);
        put(asked, TAGS, tag);
        return asked;
    }

    private static void put(Map<String, Object> asked, String column, @Nullable Object value) {
        if (value != null) {
            asked.put(column, value instanceof Enum<?> one ? one.name() : value);
        }
    }
}
