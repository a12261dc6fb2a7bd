package app.primaryassistant.platform.persistence;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * The driver's data source, known by its URL alone.
 *
 * <p>The server hands over every property of a data source's definition, in no certain order, and so the standard's default
 * of the server name, {@code localhost}: it would replace the host of the URL.
 */
public class UrlDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1;

    /** Does nothing. */
    @Override
    @Deprecated
    public void setServerName(String ignored) {}
}
