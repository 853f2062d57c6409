/* An answer that came in full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

struct _BrightHttpAnswer
{
  guint status;
  SoupMessageHeaders *headers;
  GBytes *body;
};

BrightHttpAnswer *
bright_http_answer_new (guint status, SoupMessageHeaders *headers, GBytes *body)
{
  BrightHttpAnswer *answer = g_rc_box_new (BrightHttpAnswer);

  answer->status = status;
  answer->headers = soup_message_headers_ref (headers);
  answer->body = g_bytes_ref (body);
  return answer;
}

static void
clear (gpointer memory)
{
  BrightHttpAnswer *answer = memory;

  soup_message_headers_unref (answer->headers);
  g_bytes_unref (answer->body);
}

BrightHttpAnswer *
bright_http_answer_ref (BrightHttpAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return g_rc_box_acquire (answer);
}

void
bright_http_answer_unref (BrightHttpAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  g_rc_box_release_full (answer, clear);
}

guint
bright_http_answer_get_status (const BrightHttpAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, 0);

  return answer->status;
}

const char *
bright_http_answer_get_header (const BrightHttpAnswer *answer, const char *name)
{
  g_return_val_if_fail (answer != NULL && name != NULL, NULL);

  return soup_message_headers_get_one (answer->headers, name);
}

GBytes *
bright_http_answer_get_body (const BrightHttpAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return answer->body;
}
