package org.guiche.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Words that stand for something for a while and can only come from us: sealed with the installation's keys, so that every node knows
 * them and nobody keeps them. Whoever holds one has what it is for.
 */
@ApplicationScoped
public class Vouchers {

    private static final String PURPOSE = "voucher: ";

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /**
     * One for an address.
     *
     * @param use what it is good for; none is good for anything else
     * @param what it stands for
     * @param life how long, in whole seconds
     */
    public String issue(String use, String what, Duration life) {
        var words = clock.instant().plus(life).getEpochSecond() + " " + what;
        return vault.seal(words.getBytes(UTF_8), PURPOSE + use)
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    /** What it stands for; empty for one that is past, for something else, or not from us. */
    public Optional<String> read(String use, String voucher) {
        try {
            var words = new String(vault.open(voucher.replace('-', '+').replace('_', '/'), PURPOSE + use), UTF_8)
                    .split(" ", 2);
            return Instant.ofEpochSecond(Long.parseLong(words[0])).isAfter(clock.instant())
                    ? Optional.of(words[1])
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
