/** GreenMail: takes the suite's mails over SMTP and shows them over REST. */
@NullMarked
package io.perennial.deploy.local.mail;

import org.jspecify.annotations.NullMarked;
