package org.guiche.reporting;

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

    /** Whether the cells know all that it asks for. */
    boolean isGeneral() {
        return agent == null && company == null && partner == null && tag == null;
    }
}
