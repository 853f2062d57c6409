/* The practice store's web server: both platforms on one port of loopback.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-access.h"
#include "practice-faults.h"
#include "practice-limits.h"

G_BEGIN_DECLS

typedef struct
{
  SoupServer *soup;
  PracticeWorld *world; /* (unowned) */
  PracticeLimits *limits;
  PracticeFaults *faults;
  PracticeAccess *access;
} PracticeServer;

/* Listens on loopback; @port 0 takes any that is free. */
PracticeServer *practice_server_new (PracticeWorld *world, guint port, GError **error);
void practice_server_free (PracticeServer *server);
guint practice_server_port (PracticeServer *server);
/* "on", "off" or "BRIGHTPEARL,BIGCOMMERCE", requests per window; FALSE if it is none of them. */
gboolean practice_server_set_limits (PracticeServer *server, const char *text);

/* Between the files of the server. */

/* Answers a request for /practice/…, @request's segments being what is behind it. */
void practice_server_control (PracticeServer *server,
                              const PracticeRequest *request,
                              SoupServerMessage *message);
/* Sends @answer, whose body it takes; as XML if @as_xml, and with Brightpearl's escapes if
 * @platform says so. */
void practice_server_send (SoupServerMessage *message,
                           PracticePlatform platform,
                           PracticeAnswer *answer,
                           gboolean as_xml);
/* Does what @fault asks for with an answer that is ready. */
void practice_server_spoil (PracticeServer *server,
                            SoupServerMessage *message,
                            PracticeFault fault);
/* Answers with @fault in place of the platform's answer; FALSE if it is not of that kind. */
gboolean practice_server_answer_fault (PracticeServer *server,
                                       SoupServerMessage *message,
                                       PracticePlatform platform,
                                       PracticeFault fault,
                                       PracticeAnswer *answer);

G_END_DECLS
