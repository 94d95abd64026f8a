import { useQuery } from '@tanstack/react-query'
import { uploadFile } from '../../kit/web/upload.ts'
import { type Uploads, useUploads } from '../../kit/web/uploads.ts'
import { uploadContract } from '../contract.ts'
import { files } from './client.ts'

// Until the server has said what it takes: it looks for itself in any case.
const anything = { largest: Number.MAX_SAFE_INTEGER, most: 10, endings: [] }

/** Files that belong to nobody yet, to be attached with their ids; and which endings a chooser offers. */
export function useFileUploads(): { uploads: Uploads; accept: readonly string[] } {
  const { data: rules = anything } = useQuery({ ...files.fileRules.query(), staleTime: Number.POSITIVE_INFINITY })
  const uploads = useUploads(
    {
      send: (file, options) => uploadFile(uploadContract.uploadFile, file, options),
      // Swept in a day, should this get lost.
      discard: id => void files.removeFile({ params: { id } }).catch(() => {}),
    },
    rules,
  )
  // A phone that is not offered its own HEIC hands over a JPEG, which everybody can see. Dropped, HEIC is taken too.
  return { uploads, accept: rules.endings.filter(ending => !/^\.hei[cf]$/.test(ending)) }
}
