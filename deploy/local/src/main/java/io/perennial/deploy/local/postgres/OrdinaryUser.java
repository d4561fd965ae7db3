package io.perennial.deploy.local.postgres;

import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.process.Command;
import io.perennial.deploy.local.process.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: for root, runs it as somebody else. */
final class OrdinaryUser {

    private static final String NOBODY = "65534";

    private OrdinaryUser() {}

    /**
     * The command as it has to be run by whoever we are. For root that is a user namespace without a mapping, where
     * root's files stay ours but nobody is root; where the system forbids those, the user nobody.
     */
    static Command run(Command command) {
        var line = new ArrayList<String>();
        if (isRoot()) {
            line.addAll(hasNamespaces() ? List.of("unshare", "--user") : asNobody());
        }
        line.addAll(command.line());
        return new Command(line, command.environment());
    }

    /** Hands the folder to the user the command runs as. */
    static void own(Path folder) {
        if (isRoot() && !hasNamespaces()) {
            Commands.run(
                    "giving " + folder + " to nobody",
                    new Command(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString())));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean hasNamespaces() {
        return Commands.works("unshare", "--user", "true");
    }

    private static List<String> asNobody() {
        if (!Commands.works("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true")) {
            throw new CannotStart("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                    + " run deploy/local/up as an ordinary user");
        }
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }
}
