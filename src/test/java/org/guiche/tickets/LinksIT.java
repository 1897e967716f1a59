package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets that belong together: said by the staff, seen by whoever may see both. */
@ExtendWith(ArquillianExtension.class)
class LinksIT {

    @EJB
    Tickets tickets;

    @EJB
    Links links;

    @EJB
    Changes changes;

    @Inject
    People people;

    private TicketCode opened(Person person) {
        return tickets.open(Requests.loja("Ligado a outro"), person).code();
    }

    private void link(TicketCode code, LinkRole role, TicketCode other) {
        links.add(code, new Link(role, other, Channel.PORTAL), people.talita(), null);
    }

    private List<EventType> events(TicketCode code, Person person) {
        return tickets.history(code, 200, null, person).items().stream()
                .map(EventDetails::type)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "RELATED, RELATED",
        "DUPLICATE, DUPLICATED_BY",
        "DUPLICATED_BY, DUPLICATE",
        "FOLLOW_UP, FOLLOWED_BY",
        "FOLLOWED_BY, FOLLOW_UP",
        "PARENT, CHILD",
        "CHILD, PARENT",
    })
    void aLinkIsSeenFromBothEndsAndTakenBackFromEither(LinkRole role, LinkRole reversed) {
        var one = opened(people.carla());
        var other = opened(people.carla());

        link(one, role, other);
        assertThat(links.list(one, people.carla())).singleElement().satisfies(linked -> {
            assertThat(linked.role()).isEqualTo(role);
            assertThat(linked.code()).isEqualTo(other);
            assertThat(linked.subject()).isEqualTo("Ligado a outro");
        });
        assertThat(links.list(other, people.carla()))
                .extracting(LinkedTicket::role, LinkedTicket::code)
                .containsExactly(tuple(reversed, one));
        assertThat(tickets.story(one, people.carla()).links()).hasSize(1);

        links.remove(other, new Link(reversed, one, Channel.PORTAL), people.talita(), null);
        assertThat(links.list(one, people.carla())).isEmpty();
        assertThat(links.list(other, people.talita())).isEmpty();
        for (var code : List.of(one, other)) {
            assertThat(events(code, people.talita())).contains(EventType.LINKED, EventType.UNLINKED);
            assertThat(events(code, people.carla())).doesNotContain(EventType.LINKED, EventType.UNLINKED);
        }
    }

    @Test
    void whoMayNotSeeTheOtherTicketDoesNotLearnOfIt() {
        var client = opened(people.bruno());
        var partner = tickets.open(
                        Requests.onBehalfOf(people.company("Casa Jatobá"), Requests.loja("Da agência")),
                        people.marina())
                .code();
        link(client, LinkRole.RELATED, partner);

        assertThat(links.list(client, people.talita())).hasSize(1);
        for (var person : List.of(people.bruno(), people.joana())) {
            assertThat(links.list(client, person)).isEmpty();
            assertThat(tickets.story(client, person).links()).isEmpty();
            assertThat(tickets.history(client, 200, null, person).items().toString())
                    .doesNotContain(partner.digits());
        }
        assertThat(links.list(partner, people.marina())).isEmpty();
        assertThatThrownBy(() -> links.list(client, people.marina())).isInstanceOf(NotFound.class);
    }

    @Test
    void acrossGroupsTicketsAreRelatedAtMost() {
        var client = opened(people.bruno());
        var other = opened(people.carla());

        for (var role : LinkRole.values()) {
            if (role.isMade() && role != LinkRole.RELATED) {
                refused(client, role, other, "tickets.link.group");
            }
        }
        refused(client, LinkRole.MERGED, other, "tickets.link.merge");
        assertThat(links.list(client, people.talita())).isEmpty();
    }

    private void refused(TicketCode code, LinkRole role, TicketCode other, String key) {
        assertThatThrownBy(() -> link(code, role, other))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void whatIsLinkedAlreadyOrIsNoOtherTicketIsRefused() {
        var one = opened(people.carla());
        var other = opened(people.carla());
        link(one, LinkRole.RELATED, other);

        refused(one, LinkRole.RELATED, other, "tickets.link.twice");
        refused(other, LinkRole.RELATED, one, "tickets.link.twice");
        refused(one, LinkRole.DUPLICATE, one, "tickets.link.itself");
        refused(one, LinkRole.DUPLICATE, new TicketCode(999_999_999), "tickets.other.unknown");
        assertThatThrownBy(() ->
                        links.remove(one, new Link(LinkRole.PARENT, other, Channel.PORTAL), people.talita(), null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTicketIsPartOfOneOtherAndNeverOfItself() {
        var top = opened(people.carla());
        var middle = opened(people.carla());
        var end = opened(people.carla());
        link(middle, LinkRole.PARENT, top);
        link(middle, LinkRole.CHILD, end);

        refused(top, LinkRole.PARENT, end, "tickets.link.ring");
        refused(end, LinkRole.CHILD, top, "tickets.link.ring");
        refused(end, LinkRole.PARENT, opened(people.carla()), "tickets.link.part");
        refused(middle, LinkRole.PARENT, top, "tickets.link.twice");
    }

    @Test
    void aParentThatIsSolvedBeforeItsChildrenSaysSoToTheStaff() {
        var parent = opened(people.carla());
        var open = opened(people.carla());
        var solved = opened(people.carla());
        link(parent, LinkRole.CHILD, open);
        link(parent, LinkRole.CHILD, solved);
        solve(solved);

        solve(parent);
        assertThat(tickets.get(parent, people.talita()).status().key()).isEqualTo("resolvido");
        assertThat(tickets.history(parent, 200, null, people.talita()).items())
                .filteredOn(event -> event.type() == EventType.CHILDREN_OPEN)
                .extracting(EventDetails::to)
                .containsExactly(open.digits());
        assertThat(events(parent, people.carla())).doesNotContain(EventType.CHILDREN_OPEN);
        solve(open);
        assertThat(events(open, people.talita())).doesNotContain(EventType.CHILDREN_OPEN);
    }

    private void solve(TicketCode code) {
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
    }

    @Test
    void onlyTheStaffOfTheTicketLinksAndOnlyWhatItHasSeen() {
        var one = opened(people.carla());
        var other = opened(people.carla());
        var link = new Link(LinkRole.RELATED, other, Channel.PORTAL);
        var version = tickets.get(one, people.talita()).version();

        assertThatThrownBy(() -> links.add(one, link, people.carla(), null)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> links.add(one, link, people.bruno(), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.add(one, link, people.igor(), null)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> links.look(one, link, people.carla())).isInstanceOf(NotFound.class);
        var made = links.add(one, link, people.talita(), version);
        assertThat(made.version()).isGreaterThan(version);
        assertThatThrownBy(() -> links.remove(one, link, people.talita(), version))
                .isInstanceOf(StaleVersion.class);
        assertThat(links.remove(one, link, people.talita(), made.version())).isGreaterThan(made.version());
    }

    @Test
    void aTicketDoesNotDrownInLinks() {
        var one = opened(people.carla());
        IntStream.range(0, 50).forEach(i -> link(one, LinkRole.RELATED, opened(people.carla())));

        refused(one, LinkRole.RELATED, opened(people.carla()), "tickets.link.many");
        assertThat(links.list(one, people.talita())).hasSize(50);
    }
}
