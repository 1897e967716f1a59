package org.guiche.units;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a unit promises to some of its tickets. A condition that is null holds for all.
 *
 * @param classification its key
 * @param service the name of a service that the company has contracted
 */
public record ServiceLevel(
        @Nullable String classification,
        @Nullable Priority priority,
        @Nullable String service,
        ServiceTargets targets) {

    boolean covers(@Nullable Classification given, Priority urgency, Collection<String> services) {
        return (classification == null || (given != null && classification.equals(given.key())))
                && (priority == null || priority == urgency)
                && (service == null || services.contains(service));
    }
}
