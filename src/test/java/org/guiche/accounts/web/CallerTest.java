package org.guiche.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address a request counts as coming from: SECURITY 39. */
class CallerTest {

    private static final Set<String> PROXIES = Set.of("10.0.0.5", "10.0.0.6");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | ''                                | 203.0.113.9  | no proxy at all",
                "203.0.113.9 | 192.0.2.1                         | 203.0.113.9  | a stranger says what he likes",
                "10.0.0.5    | 192.0.2.1                         | 192.0.2.1    | our proxy says who asked it",
                "10.0.0.5    | 6.6.6.6, 192.0.2.1                | 192.0.2.1    | what was there before the proxy is a claim",
                "10.0.0.5    | 6.6.6.6, 192.0.2.1, 10.0.0.6      | 192.0.2.1    | two proxies of ours",
                "10.0.0.5    | 2001:db8::1                       | 2001:db8::1  | the newer protocol",
                "10.0.0.5    | unknown                           | 10.0.0.5     | no address",
                "10.0.0.5    | evil.example                      | 10.0.0.5     | no name is looked up",
                "10.0.0.5    | ''                                | 10.0.0.5     | a proxy that says nothing",
            })
    void onlyProxiesOfOursAreBelieved(String remote, String forwarded, String caller, String why) {
        assertThat(Caller.nearest(remote, List.of(forwarded), PROXIES)).as(why).isEqualTo(caller);
    }
}
