package org.guiche.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.guiche.accounts.People;
import org.guiche.accounts.Theme;
import org.guiche.shared.rest.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /accounts/theme} with {@code theme=system|light|dark}: keeps the choice with the person, so that the next
 * browser begins with it (DESIGN section 10). Answers 204; 422 for any other word.
 */
@WebServlet("/accounts/theme")
public class ThemeChoice extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient People people;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var theme = theme(request.getParameter("theme"));
        if (theme.isEmpty()) {
            Problem.of(UNPROCESSABLE, "accounts.theme.unknown").write(response);
            return;
        }
        people.setTheme(user.get(), theme.get());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static Optional<Theme> theme(@Nullable String word) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
