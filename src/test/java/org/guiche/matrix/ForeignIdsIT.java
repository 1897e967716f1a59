package org.guiche.matrix;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Something of somebody else, or that never was, in every field of every body of the API that names anything (SECURITY 2, 8): refused,
 * and not one row is another afterwards. The fields come from what the application reads, what they name from {@code fields.txt}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForeignIdsIT {

    private static final Map<Cast, Owner> SENDERS = new EnumMap<>(Map.of(
            Cast.REQUESTER, Owner.REQUESTER,
            Cast.MANAGER, Owner.MANAGER,
            Cast.PARTNER, Owner.PARTNER,
            Cast.BOTH, Owner.BOTH_AS_PARTNER,
            Cast.N1, Owner.REQUESTER,
            Cast.SUPERVISOR, Owner.CLIENT,
            Cast.ADMINISTRATOR, Owner.PARTNER));

    @ArquillianResource
    URL home;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyFieldHasARow() {
        var unknown = Field.all().stream()
                .filter(field -> field.kind().isEmpty())
                .map(Field::toString)
                .collect(toSet());

        assertThat(unknown)
                .as("fields without a row: say in src/test/resources/matrix/fields.txt what each names")
                .isEmpty();
    }

    @Test
    void whatIsSomebodyElsesIsRefusedInEveryFieldAndLeavesNothing() {
        var world = World.at(home);
        for (var owner : Owner.values()) {
            world.standing(owner);
            world.second(owner);
        }
        SENDERS.forEach((role, owner) -> {
            var tries = Call.all().stream()
                    .filter(call ->
                            call.writes() && call.door().refusal(role, owner).isEmpty())
                    .flatMap(call -> tries(call, role, owner).stream())
                    .toList();
            Unchanged.by("by " + role + " naming what is not theirs", () -> {
                tries.forEach(this::send);
                assertThat(wrong).isEmpty();
            });
        });
    }

    /** SECURITY 8: nobody comes from the id of an own file to that of another's; 122 bits of each are by chance. */
    @Test
    void theIdsOfFilesFollowNoOrder() {
        var world = World.at(home);
        var ids = IntStream.range(0, 40)
                .mapToObj(number -> UUID.fromString(world.upload(Cast.REQUESTER, "ordem" + number)))
                .toList();

        assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(4));
        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
        for (var part : List.<Function<UUID, Long>>of(
                id -> id.getMostSignificantBits() >>> 40, id -> id.getLeastSignificantBits() & 0xffffff)) {
            assertThat(ids.stream().map(part).distinct()).hasSizeGreaterThan(35);
        }
    }

    /** A body with a value in one of its fields that has no business there. */
    private record Try(Call call, Cast role, Map<String, String> things, Field field, String json) {}

    private List<Try> tries(Call call, Cast role, Owner owner) {
        var fields = Field.all().stream()
                .filter(field -> field.endpoint().name().equals(call.name()))
                .filter(field -> !field.kind().orElse("-").equals("-"))
                .toList();
        var tries = new ArrayList<Try>();
        if (!fields.isEmpty()) {
            var things = World.at(home).prepared(call, owner);
            var foreign = new Foreign(home, role, owner);
            for (var field : fields) {
                foreign.values(field.kind().orElseThrow())
                        .forEach(value ->
                                tries.add(new Try(call, role, things, field, field.in(call.json(things), value))));
            }
        }
        return tries;
    }

    private void send(Try one) {
        var status =
                one.call().with(one.role().api(home), one.things(), one.json()).statusCode();
        if (status < 400 || status >= 500) {
            wrong.add("%s by %s: %d to %s".formatted(one.field(), one.role(), status, one.json()));
        }
    }
}
