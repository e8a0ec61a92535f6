import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system on an image of its own. */
export type Disk = Readonly<{ folder: string; unmount: () => void }>;

/** Commands that make a file system of an image and mount it; `$IMAGE` and `$FOLDER` stand for both. */
type Kind = Readonly<{ name: string; make: string; mount: string; after: string }>;

/**
 * File systems for which upper and lower case are one. Those of other systems' own kernels are mounted
 * by the kernel where it has them, else by programs (FUSE).
 */
export const disksWithoutCase: readonly Kind[] = [
  {
    name: 'FAT32, which keeps the case of names',
    make: 'mkfs.vfat -F 32 $IMAGE',
    mount: 'mount -t vfat -o loop,utf8 $IMAGE $FOLDER',
    after: '',
  },
  {
    name: 'exFAT, which keeps the case of names',
    make: 'mkfs.exfat $IMAGE',
    mount:
      'DEVICE=$(losetup --show -f $IMAGE) && { mount -t exfat $DEVICE $FOLDER || mount.exfat-fuse $DEVICE $FOLDER; }',
    after: 'losetup -j $IMAGE | cut -d: -f1 | xargs -r losetup -d',
  },
  {
    name: 'NTFS with the names of Windows, all shown in lower case',
    make: 'mkfs.ntfs -F -Q $IMAGE',
    mount: 'lowntfs-3g -o ignore_case,windows_names $IMAGE $FOLDER',
    after: '',
  },
];

/** Mounts a new disk, or says why that cannot be done here. */
export function mountDisk({ make, mount, after }: Kind): Disk | string {
  const base = mkdtempSync(join(tmpdir(), 'guidang-disk-'));
  const path = `${process.env.PATH}:/usr/sbin:/sbin`;
  const env = {
    ...process.env,
    PATH: path,
    IMAGE: join(base, 'image'),
    FOLDER: join(base, 'disk'),
  };
  const run = (command: string) =>
    spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env,
    });
  writeFileSync(env.IMAGE, '');
  const { status, stderr } = run(
    `truncate -s 64M $IMAGE && mkdir $FOLDER && ${make} >&2 && ${mount} >&2`,
  );
  const clean = () => {
    run(after === '' ? 'true' : after);
    rmSync(base, { recursive: true, force: true });
  };
  if (status !== 0) {
    clean();
    return `no such disk can be mounted here: ${stderr.trim().split('\n', 1)[0]}`;
  }
  const unmount = () => {
    // What still holds it may take a moment to let go
    run(
      'for TRY in 1 2 3 4 5; do umount $FOLDER 2>/dev/null && break; sleep 0.2; done; umount -l $FOLDER 2>/dev/null',
    );
    clean();
  };
  return { folder: env.FOLDER, unmount };
}
