package org.guiche.units;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Within what time which thing is promised; what is not in it is not promised. */
public record ServiceTargets(Map<ServiceMetric, Target> targets) {

    private static final ServiceTargets NONE = new ServiceTargets(Map.of());

    public ServiceTargets {
        var sorted = new EnumMap<ServiceMetric, Target>(ServiceMetric.class);
        sorted.putAll(targets);
        targets = Collections.unmodifiableMap(sorted);
    }

    /** Nothing is promised. */
    public static ServiceTargets none() {
        return NONE;
    }

    /** A first answer and a solution, each where given. */
    public static ServiceTargets of(@Nullable Target firstResponse, @Nullable Target resolution) {
        return none().with(ServiceMetric.FIRST_RESPONSE, firstResponse).with(ServiceMetric.RESOLUTION, resolution);
    }

    /** The same with that target, or without it where it is null. */
    public ServiceTargets with(ServiceMetric metric, @Nullable Target target) {
        var changed = new EnumMap<ServiceMetric, Target>(ServiceMetric.class);
        changed.putAll(targets);
        if (target == null) {
            changed.remove(metric);
        } else {
            changed.put(metric, target);
        }
        return new ServiceTargets(changed);
    }

    /** The same, and of the others what this one does not promise. */
    public ServiceTargets or(ServiceTargets others) {
        var joined = new EnumMap<ServiceMetric, Target>(ServiceMetric.class);
        joined.putAll(others.targets);
        joined.putAll(targets);
        return new ServiceTargets(joined);
    }

    public Optional<Target> target(ServiceMetric metric) {
        return Optional.ofNullable(targets.get(metric));
    }
}
