/* The budget: whether a request may be sent now, and if not, when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-budget.h"

#define MINUTE (60 * G_TIME_SPAN_SECOND)

/* Whatever an answer says, it cannot silence the program for longer. */
#define LONGEST_WAIT G_TIME_SPAN_HOUR

/* Clocks differ in how they round; a moment later costs nothing. */
#define MARGIN (5 * G_TIME_SPAN_MILLISECOND)

#define FIRST_BLOCK G_TIME_SPAN_SECOND
#define LONGEST_BLOCK MINUTE
#define BLOCK_JITTER (250 * G_TIME_SPAN_MILLISECOND)

static void
rolling_init (BrightHttpRolling *rolling, gint64 window)
{
  rolling->width = MAX (window / BRIGHT_HTTP_SLICES, 1);
  for (guint i = 0; i <= BRIGHT_HTTP_SLICES; i++)
    {
      rolling->slice[i] = -1;
      rolling->count[i] = 0;
    }
}

static void
rolling_count (BrightHttpRolling *rolling, gint64 now)
{
  gint64 slice = now / rolling->width;
  guint place = (guint) (slice % (BRIGHT_HTTP_SLICES + 1));

  if (rolling->slice[place] != slice)
    {
      rolling->slice[place] = slice;
      rolling->count[place] = 0;
    }
  rolling->count[place]++;
}

/* How many more fit; sets wait to the time until the first one does. */
static gint64
rolling_get_room (const BrightHttpRolling *rolling, gint64 limit, gint64 now, gint64 *wait)
{
  gint64 oldest = now / rolling->width - BRIGHT_HTTP_SLICES;
  gint64 room = limit;
  gint64 excess;

  for (guint i = 0; i <= BRIGHT_HTTP_SLICES; i++)
    if (rolling->slice[i] >= oldest)
      room -= rolling->count[i];
  *wait = 0;
  excess = 1 - room;
  /* Slices leave the window from the oldest on, until enough have left. */
  for (gint64 slice = MAX (oldest, 0); excess > 0 && slice <= oldest + BRIGHT_HTTP_SLICES; slice++)
    {
      guint place = (guint) (slice % (BRIGHT_HTTP_SLICES + 1));

      if (rolling->slice[place] != slice)
        continue;
      excess -= rolling->count[place];
      *wait = (slice + BRIGHT_HTTP_SLICES + 1) * rolling->width - now;
    }
  return room;
}

void
bright_http_budget_init (BrightHttpBudget *self, BrightClock *clock, guint quota, gint64 window)
{
  g_return_if_fail (self != NULL && BRIGHT_IS_CLOCK (clock) && quota > 0 && window > 0);

  *self = (BrightHttpBudget){ .clock = clock, .quota = quota, .window = window };
  rolling_init (&self->minute, MINUTE);
  rolling_init (&self->sent, window);
}

void
bright_http_budget_set_ceiling (BrightHttpBudget *self, guint requests_per_minute)
{
  g_return_if_fail (self != NULL);

  self->ceiling = requests_per_minute;
}

/* What the last answer left is void once its window is over. */
static void
start_window (BrightHttpBudget *self, gint64 now)
{
  if (!self->told || now < self->starts_anew)
    return;
  if (!self->quota_told || self->throttles > 0)
    self->probing = TRUE;
  self->left = self->probing ? 1 : self->quota - self->in_flight;
  self->starts_anew = now + self->window;
}

gint64
bright_http_budget_wait (BrightHttpBudget *self)
{
  gint64 now;
  gint64 wait = 0;

  g_return_val_if_fail (self != NULL, 0);

  now = bright_clock_get_monotonic (self->clock);
  if (now < self->blocked_until)
    return self->blocked_until - now;
  if (self->ceiling > 0 && rolling_get_room (&self->minute, self->ceiling, now, &wait) <= 0)
    return MAX (wait, 1);
  if (!self->told)
    {
      if (self->throttles > 0 && self->in_flight > 0)
        return BRIGHT_HTTP_BUDGET_ANSWER;
      return rolling_get_room (&self->sent, self->quota, now, &wait) > 0 ? 0 : MAX (wait, 1);
    }
  start_window (self, now);
  if (self->left > 0)
    return 0;
  if (self->probing && self->in_flight > 0)
    return BRIGHT_HTTP_BUDGET_ANSWER;
  return self->starts_anew - now;
}

void
bright_http_budget_count (BrightHttpBudget *self)
{
  gint64 now;

  g_return_if_fail (self != NULL);

  now = bright_clock_get_monotonic (self->clock);
  start_window (self, now);
  self->left--;
  self->in_flight++;
  rolling_count (&self->minute, now);
  rolling_count (&self->sent, now);
}

void
bright_http_budget_learn (BrightHttpBudget *self, const BrightHttpLimits *limits)
{
  gint64 now;
  gint64 until;

  g_return_if_fail (self != NULL && self->in_flight > 0);

  now = bright_clock_get_monotonic (self->clock);
  self->in_flight--;
  if (limits != NULL && limits->quota > 0)
    {
      self->quota = limits->quota;
      self->quota_told = TRUE;
    }
  if (limits == NULL || limits->remaining < 0)
    {
      /* A probe that told nothing is followed by the next one. */
      if (self->probing && self->in_flight == 0)
        self->left = 1;
      return;
    }
  /* Those still in flight may or may not be in what the answer counted. */
  self->left = limits->remaining - self->in_flight;
  until = limits->reset >= 0 ? MIN (limits->reset, LONGEST_WAIT) + MARGIN : self->window;
  self->starts_anew = now + until;
  self->told = TRUE;
  self->probing = FALSE;
}

void
bright_http_budget_block (BrightHttpBudget *self, gint64 wait)
{
  gint64 now;

  g_return_if_fail (self != NULL);

  now = bright_clock_get_monotonic (self->clock);
  if (wait <= 0 && self->told && self->left <= 0 && self->starts_anew > now)
    wait = self->starts_anew - now;
  else if (wait <= 0)
    wait = MIN (FIRST_BLOCK << MIN (self->throttles, 6), LONGEST_BLOCK);
  wait = MIN (wait, LONGEST_WAIT) + g_random_int_range (0, BLOCK_JITTER);
  /* Answers to what was in flight together count as one. */
  if (now >= self->blocked_until)
    self->throttles++;
  self->blocked_until = MAX (self->blocked_until, now + wait);
  self->left = MIN (self->left, 0);
  self->starts_anew = self->blocked_until;
}

void
bright_http_budget_unblock (BrightHttpBudget *self)
{
  g_return_if_fail (self != NULL);

  /* What was sent before the block says nothing about what comes after it. */
  if (bright_clock_get_monotonic (self->clock) >= self->blocked_until)
    self->throttles = 0;
}

gint64
bright_http_budget_get_remaining (BrightHttpBudget *self)
{
  gint64 now;
  gint64 room;
  gint64 wait;

  g_return_val_if_fail (self != NULL, 0);

  now = bright_clock_get_monotonic (self->clock);
  if (now < self->blocked_until)
    return 0;
  if (!self->told)
    room = rolling_get_room (&self->sent, self->quota, now, &wait);
  else if (now >= self->starts_anew)
    room = self->quota - self->in_flight;
  else
    room = self->left;
  if (self->ceiling > 0)
    room = MIN (room, rolling_get_room (&self->minute, self->ceiling, now, &wait));
  return MAX (room, 0);
}

gint64
bright_http_budget_get_limit (const BrightHttpBudget *self, gint64 *window)
{
  g_return_val_if_fail (self != NULL && window != NULL, 0);

  if (self->ceiling > 0 && self->ceiling * self->window < self->quota * MINUTE)
    {
      *window = MINUTE;
      return self->ceiling;
    }
  *window = self->window;
  return self->quota;
}
