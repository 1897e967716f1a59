package org.guiche.units;

import java.util.Collection;
import java.util.List;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.jspecify.annotations.Nullable;

/** What decides what a unit promises: its service levels, then what a classification or a priority promises of its own. */
record ServiceRules(
        PrioritySource prioritySource, List<PriorityChoice> priorities, List<ServiceLevel> levels, boolean sac) {

    /** Decreto 11.034/2022, art. 13. */
    private static final Target SAC = new Target(Amount.days(7), ClockKind.RUNNING);

    ServiceTargets targets(@Nullable Classification classification, Priority priority, Collection<String> services) {
        var targets = ServiceTargets.none();
        for (var level : levels) {
            targets = level.covers(classification, priority, services) ? targets.or(level.targets()) : targets;
        }
        targets = targets.or(own(classification, priority));
        return sac ? targets.with(ServiceMetric.RESOLUTION, SAC) : targets;
    }

    private ServiceTargets own(@Nullable Classification classification, Priority priority) {
        if (classification != null) {
            return ServiceTargets.of(classification.firstResponse(), classification.resolution());
        }
        return prioritySource == PrioritySource.CLASSIFICATION
                ? ServiceTargets.none()
                : priorities.stream()
                        .filter(choice -> choice.priority() == priority)
                        .findFirst()
                        .map(choice -> ServiceTargets.of(choice.firstResponse(), choice.resolution()))
                        .orElseGet(ServiceTargets::none);
    }
}
