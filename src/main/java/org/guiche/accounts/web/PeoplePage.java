package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.accounts.Directory;
import org.guiche.accounts.Groups;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.PersonKind;
import org.guiche.accounts.PersonSearch;
import org.guiche.accounts.Role;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Backs the list of {@code accounts/people.xhtml}. What is looked for is sent in the body and led to an address from there, unless it
 * may be a CPF: none stands in an address (SECURITY 37).
 */
@Named
@RequestScoped
public class PeoplePage {

    private static final int AT_ONCE = 40;
    private static final List<String> PARTS = List.of("q", "who", "state", "group");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    Directory directory;

    @EJB
    Groups groups;

    private @Nullable Page<PersonEntry> page;

    /** One of the choices of a filter. */
    public record Choice(String key, String name, boolean selected) {}

    /** Opens the page; for administrators. */
    public void enter() throws IOException {
        page();
        if (request.getMethod().equals("POST") && !mayBeNumber(getQ())) {
            var context = FacesContext.getCurrentInstance();
            context.getExternalContext().redirect(request.getContextPath() + "/accounts/people?" + filters());
            context.responseComplete();
        }
    }

    private Page<PersonEntry> page() {
        var known = page;
        if (known == null) {
            var after = parameter("after");
            known = directory.find(search(), AT_ONCE, after.isEmpty() ? null : after, user.administrator());
            page = known;
        }
        return known;
    }

    private PersonSearch search() {
        var state = getState();
        var invited = state.equals("invited");
        return new PersonSearch(
                getQ(),
                choice(PersonKind.values()),
                choice(Role.values()),
                getGroup() == null ? Set.of() : Set.of(getGroup()),
                (state.isEmpty() || invited) ? null : state.equals("active"),
                invited);
    }

    private <E extends Enum<E>> @Nullable E choice(E[] values) {
        return Arrays.stream(values)
                .filter(value -> key(value).equals(parameter("who")))
                .findFirst()
                .orElse(null);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Digits enough for most of a CPF. */
    private static boolean mayBeNumber(String text) {
        return text.chars().filter(Character::isDigit).count() > 5;
    }

    private String parameter(String name) {
        return FormText.clean(Objects.requireNonNullElse(request.getParameter(name), ""));
    }

    public String getQ() {
        return parameter("q").strip();
    }

    public String getState() {
        var state = parameter("state");
        return List.of("active", "invited", "inactive").contains(state) ? state : "";
    }

    /** The company whose people are shown alone. */
    public @Nullable Long getGroup() {
        var group = parameter("group");
        return group.matches("\\d{1,18}") ? Long.valueOf(group) : null;
    }

    public String getGroupName() {
        return getGroup() == null ? "" : groups.name(getGroup());
    }

    /** Whom to show: everybody, a side of the counter, a role. */
    public List<Choice> getKinds() {
        return Stream.concat(Arrays.stream(PersonKind.values()), Arrays.stream(Role.values()))
                .map(value -> choice(key(value), "accounts.people.who."))
                .toList();
    }

    public List<Choice> getStates() {
        return Stream.of("active", "invited", "inactive")
                .map(state -> choice(state, "accounts.people.state."))
                .toList();
    }

    private Choice choice(String key, String words) {
        return new Choice(key, Texts.get(words + key), key.equals(parameter("who")) || key.equals(getState()));
    }

    /** What is looked for, as a link keeps it: {@code who=staff&state=active}. */
    private String filters() {
        return PARTS.stream()
                .filter(part -> !parameter(part).isEmpty() && !(part.equals("q") && mayBeNumber(getQ())))
                .map(part -> part + "=" + URLEncoder.encode(parameter(part), StandardCharsets.UTF_8))
                .reduce("", (all, part) -> all.isEmpty() ? part : all + "&" + part);
    }

    /** The same behind another parameter. */
    public String getAlso() {
        return filters().isEmpty() ? "" : "&" + filters();
    }

    public boolean isAsking() {
        return PARTS.stream().anyMatch(part -> !parameter(part).isEmpty());
    }

    public List<PersonRow> getRows() {
        var chosen = parameter("person");
        return page().items().stream()
                .map(entry -> new PersonRow(entry, Long.toString(entry.id()).equals(chosen), getAlso()))
                .toList();
    }

    /** Where those after these are; null at the end. */
    public @Nullable String getMore() {
        return page().next() == null ? null : "/accounts/people?after=" + page().next() + getAlso();
    }
}
