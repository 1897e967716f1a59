package org.guiche.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of {@code guiche.db.url}, {@code .user} and {@code .password}, as the server's pool opens it. It reads the
 * settings itself, so that the same war runs on any server that knows {@code @DataSourceDefinition}.
 */
public final class Database extends PGSimpleDataSource {

    private static final long serialVersionUID = 1;

    private static final int PREPARED_AFTER = 3;

    /** Reads the settings; a missing address is refused when the first connection is asked for. */
    public Database() {
        configure(ConfigProvider.getConfig());
    }

    private void configure(Config settings) {
        setting(settings, "guiche.db.url").ifPresent(this::setUrl);
        setting(settings, "guiche.db.user").ifPresent(this::setUser);
        setting(settings, "guiche.db.password").ifPresent(this::setPassword);
        setApplicationName("guiche");
        setStringType("unspecified"); // text binds to jsonb and uuid columns as well
        setLogServerErrorDetail(false); // it quotes the values of rows, such as a CPF that is taken
        setReWriteBatchedInserts(true);
        setPrepareThreshold(PREPARED_AFTER);
        setTcpKeepAlive(true);
    }

    private static Optional<String> setting(Config settings, String name) {
        return settings.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    /** The server may ask with blank credentials; then those of the settings count. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        var blank = user == null || user.isBlank();
        return super.getConnection(blank ? getUser() : user, blank ? getPassword() : password);
    }
}
