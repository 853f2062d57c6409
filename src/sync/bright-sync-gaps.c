/* How long there was no successful sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-gaps.h"

#define WINDOW (7 * 24 * 3600)

typedef struct
{
  gint64 start;
  gint64 end;
} Gap;

struct _BrightSyncGaps
{
  gint64 last;
  GArray *gaps; /* of Gap: oldest and longest first */
};

/* The last sync, then where each gap begins and ends. */
BrightSyncGaps *
bright_sync_gaps_new (const char *text)
{
  BrightSyncGaps *self = g_new0 (BrightSyncGaps, 1);
  g_auto (GStrv) numbers = g_strsplit (text != NULL ? text : "", " ", -1);
  guint n_numbers = g_strv_length (numbers);

  self->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  if (n_numbers > 0)
    self->last = MAX (g_ascii_strtoll (numbers[0], NULL, 10), 0);
  for (guint i = 1; i + 1 < n_numbers; i += 2)
    {
      Gap gap
          = { g_ascii_strtoll (numbers[i], NULL, 10), g_ascii_strtoll (numbers[i + 1], NULL, 10) };

      if (gap.start > 0 && gap.end > gap.start)
        g_array_append_val (self->gaps, gap);
    }
  return self;
}

void
bright_sync_gaps_free (BrightSyncGaps *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->gaps);
  g_free (self);
}

char *
bright_sync_gaps_to_text (const BrightSyncGaps *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, self->last);
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const Gap *gap = &g_array_index (self->gaps, Gap, i);

      g_string_append_printf (text, " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, gap->start,
                              gap->end);
    }
  return g_string_free (text, FALSE);
}

static gint64
measure (const Gap *gap)
{
  return gap->end - gap->start;
}

void
bright_sync_gaps_add (BrightSyncGaps *self, gint64 now)
{
  Gap gap = { self->last, now };
  guint n_over = 0;

  if (self->last > 0 && now > self->last)
    {
      while (self->gaps->len > 0
             && measure (&g_array_index (self->gaps, Gap, self->gaps->len - 1)) <= measure (&gap))
        g_array_set_size (self->gaps, self->gaps->len - 1);
      g_array_append_val (self->gaps, gap);
    }
  while (n_over < self->gaps->len && g_array_index (self->gaps, Gap, n_over).end <= now - WINDOW)
    n_over++;
  g_array_remove_range (self->gaps, 0, n_over);
  self->last = now;
}

gint64
bright_sync_gaps_get_last (const BrightSyncGaps *self)
{
  return self->last;
}

gint64
bright_sync_gaps_get_longest (const BrightSyncGaps *self, gint64 now)
{
  gint64 since = now - WINDOW;
  gint64 longest;

  if (self->last == 0)
    return 0;
  longest = MAX (now - MAX (self->last, since), 0);
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const Gap *gap = &g_array_index (self->gaps, Gap, i);

      longest = MAX (longest, gap->end - MAX (gap->start, since));
    }
  return longest;
}
