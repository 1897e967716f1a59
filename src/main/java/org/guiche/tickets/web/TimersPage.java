package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.TimerDesk;
import org.guiche.tickets.TimerKind;
import org.guiche.tickets.TimerState;
import org.guiche.time.Wording;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** {@code Temporizadores}: whether what happens by itself keeps up, and what to do about what does not. For administrators. */
@Named
@RequestScoped
public class TimersPage {

    @Inject
    CurrentUser user;

    @Inject
    TimerDesk desk;

    @Inject
    Units units;

    @Inject
    Clock clock;

    @Inject
    Moments moments;

    private @Nullable TimerState state;

    /** A kind and what waits of it. */
    public record Kind(String name, String all, String due, String next, String title) {}

    /** One that failed. */
    public record Failure(
            long id, String code, String href, String subject, String kind, String tried, String title, String error) {}

    /** A unit that is being reckoned again. */
    public record Recount(String unit, String done, int percent) {}

    /** Refuses everybody but administrators before anything is drawn. */
    public void enter() {
        state();
    }

    private TimerState state() {
        if (state == null) {
            state = desk.look(user.get());
        }
        return state;
    }

    /** How many are due and not done. */
    public String getDue() {
        return number(state().due());
    }

    /** How late the oldest one is; {@code em dia} where none is. */
    public String getLag() {
        var oldest = state().oldest();
        return oldest == null
                ? Texts.get("tickets.timers.in-time")
                : Wording.age(Duration.between(oldest, clock.instant()));
    }

    /** The class of how late it is: more than a minute is worth a look. */
    public String getTone() {
        var oldest = state().oldest();
        return oldest != null && Duration.between(oldest, clock.instant()).toMinutes() > 0 ? "ink-warn" : "ink-ok";
    }

    public List<Kind> getKinds() {
        return state().kinds().stream()
                .map(one -> new Kind(
                        name(one.kind()),
                        number(one.all()),
                        number(one.due()),
                        moments.due(one.next()),
                        moments.absolute(one.next())))
                .toList();
    }

    public List<Failure> getFailures() {
        return state().failed().stream()
                .map(one -> new Failure(
                        one.id(),
                        one.code().toString(),
                        one.code().path(),
                        one.subject(),
                        name(one.kind()),
                        moments.past(one.triedAt()),
                        moments.absolute(one.triedAt()),
                        one.error()))
                .toList();
    }

    public List<Recount> getRecounts() {
        return state().recounts().stream()
                .map(one -> new Recount(
                        units.get(one.unitId()).name(),
                        Texts.get("tickets.timers.recounted", number(one.done()), number(one.all())),
                        one.all() == 0 ? 0 : (int) (one.done() * 100 / one.all())))
                .toList();
    }

    private static String name(TimerKind kind) {
        return Texts.get("tickets.timer." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String number(long count) {
        return String.format(Locale.forLanguageTag("pt-BR"), "%,d", count);
    }

    /** Tries that one again, from the next look on. */
    public void retry(long id) {
        desk.retry(id, user.get());
        changed("tickets.timers.retried");
    }

    /** Lets that one be. */
    public void drop(long id) {
        desk.drop(id, user.get());
        changed("tickets.timers.dropped");
    }

    private void changed(String key) {
        state = null;
        DeskTicket.tell(Texts.get(key));
    }
}
