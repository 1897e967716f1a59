package org.guiche.journeys;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A story a customer would recognise, told in a real browser against the packaged application with its demo data. Every step
 * leaves a picture in {@code target/screenshots/<journey>/<number>-<name>.png}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class Journey {

    private static final Map<Class<?>, AtomicInteger> PICTURES = new ConcurrentHashMap<>();

    @ArquillianResource
    URL home;

    @RegisterExtension
    final AfterTestExecutionCallback picturesOfAFailure = context -> {
        if (context.getExecutionException().isPresent()) {
            visitors().forEach(Visitor::pictureOfFailure);
        }
    };

    private final List<Visitor> visitors = new ArrayList<>();

    /** Somebody at the door: a browser of their own, nobody signed in. */
    Visitor visitor() {
        var visitor = new Visitor(home.toString().replaceFirst("/$", ""), this::nextPicture);
        visitors.add(visitor);
        return visitor;
    }

    /** A demo person in a browser of their own, signed in. */
    Visitor as(String email) {
        return visitor().entered(email);
    }

    @AfterEach
    void everybodyLeaves() {
        visitors().forEach(Visitor::leave);
    }

    private List<Visitor> visitors() {
        return visitors;
    }

    private Path nextPicture(String name) {
        var number = PICTURES.computeIfAbsent(getClass(), journey -> new AtomicInteger())
                .incrementAndGet();
        return Path.of("target", "screenshots", getClass().getSimpleName(), "%02d-%s.png".formatted(number, name));
    }
}
